package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What this operator knows of a proxy. What a proxy reports can reach another replica than its stream.
 *
 * @param proxy which one
 * @param connectedSince since when it follows; empty if it does not, or follows another replica
 * @param streams how many streams it has here
 * @param applied the version that it last said it serves
 * @param reported when it last said anything
 * @param refused the objects that it could not take and that are still published so, sorted by key
 */
public record ProxyState(
        ProxyIdentity proxy,
        Optional<Instant> connectedSince,
        int streams,
        Optional<Version> applied,
        Optional<Instant> reported,
        List<Refused> refused) {
    /** Copies the list. */
    public ProxyState {
        refused = List.copyOf(refused);
    }

    /**
     * An object that the proxy could not take: it goes on with its predecessor, or denies its routes.
     *
     * @param key the object
     * @param digest which state of it
     * @param reason a sentence
     */
    public record Refused(Key key, Digest digest, String reason) {}
}
