package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.SortedMap;

/**
 * One line of the stream between operator and proxy. Down come an inventory when the proxy's version is unknown, then puts and
 * deletes, and a commit that makes them one step; up go the answers.
 *
 * <pre>
 *   operator ── inventory? put* delete* commit ──▶ proxy
 *            ◀── refused* applied ──
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
@JsonSubTypes({
    @Type(value = Frame.Inventory.class, name = "inventory"),
    @Type(value = Frame.Put.class, name = "put"),
    @Type(value = Frame.Delete.class, name = "delete"),
    @Type(value = Frame.Commit.class, name = "commit"),
    @Type(value = Frame.Applied.class, name = "applied"),
    @Type(value = Frame.Refused.class, name = "refused")
})
public sealed interface Frame {
    /** The version of the contract that this code speaks; both sides name it and must agree. */
    int CONTRACT = 1;

    /** From operator to proxy. */
    sealed interface Down extends Frame {}

    /** From proxy to operator. */
    sealed interface Up extends Frame {}

    /**
     * Everything that exists: the proxy deletes what is not listed and keeps what it has with the same digest.
     *
     * @param contract the sender's {@link #CONTRACT}
     * @param objects key to digest
     */
    record Inventory(int contract, SortedMap<Key, Digest> objects) implements Down {}

    /** A new or changed object. */
    record Put(Digest digest, Published object) implements Down {}

    /** An object is gone. */
    record Delete(Key key) implements Down {}

    /** All since the last commit takes effect at once. */
    record Commit(Version version) implements Down {}

    /** The proxy serves this version, apart from what it refused. */
    record Applied(int contract, Version version) implements Up {}

    /**
     * The proxy cannot take an object and goes on with its predecessor, or denies its routes.
     *
     * @param key the object
     * @param digest which state of it
     * @param reason a sentence
     */
    record Refused(Key key, Digest digest, String reason) implements Up {}
}
