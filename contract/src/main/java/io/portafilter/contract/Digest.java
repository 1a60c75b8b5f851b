package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over canonical bytes, in lower-case hex.
 *
 * @param hex 64 digits
 */
public record Digest(@JsonValue String hex) implements Comparable<Digest> {
    /** Checks the form. */
    @JsonCreator
    public Digest {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256 in hex: " + hex);
        }
    }

    /** The digest of a published object. */
    public static Digest of(Published object) {
        return of(Json.write(object));
    }

    /** The digest of bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
