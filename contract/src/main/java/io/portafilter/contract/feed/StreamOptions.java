package io.portafilter.contract.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the operator is and how to be believed by it.
 *
 * @param operator {@code https://HOST:PORT}; verified by the host's name
 * @param caFile PEM, one certificate or several: who may have signed the operator's. Read anew for each stream
 * @param tokenFile a service account's token. Read anew for each stream
 * @param limits what the operator may send
 * @param pace when to give up and when to try again
 */
public record StreamOptions(URI operator, Path caFile, Path tokenFile, Limits limits, Pace pace) {
    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException if it is not of the form {@code https://HOST[:PORT]}
     */
    public StreamOptions {
        String path = operator.getRawPath();
        boolean bare = path == null || path.isEmpty() || path.equals("/");
        if (!"https".equals(operator.getScheme())
                || operator.getHost() == null
                || operator.getRawUserInfo() != null
                || operator.getRawQuery() != null
                || operator.getRawFragment() != null
                || !bare) {
            throw new IllegalArgumentException(
                    "the operator's URL is \"" + operator + "\", not of the form https://HOST:PORT");
        }
    }

    /** With the usual limits and pace. */
    public static StreamOptions of(URI operator, Path caFile, Path tokenFile) {
        return new StreamOptions(operator, caFile, tokenFile, Limits.DEFAULT, Pace.DEFAULT);
    }

    URI stream() {
        return operator.resolve("/v1/stream");
    }

    /**
     * What the operator may send; more ends the stream.
     *
     * @param lineBytes of one frame
     * @param stepBytes of all frames up to a commit
     */
    public record Limits(int lineBytes, long stepBytes) {
        /** An inventory of 200,000 objects is one line of 30 MB; what they are is less than 500 MB. */
        public static final Limits DEFAULT = new Limits(64 << 20, 512L << 20);
    }

    /**
     * When to give up and when to try again.
     *
     * @param connect for the connection, with TLS, and again for the head of the answer
     * @param silence how long the operator may say nothing; it sends a heartbeat every 5 s
     * @param shortestWait before the second try
     * @param longestWait before each try in the end
     */
    public record Pace(Duration connect, Duration silence, Duration shortestWait, Duration longestWait) {
        /** 5 s, 15 s, 0.1 s, 5 s. */
        public static final Pace DEFAULT =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMillis(100), Duration.ofSeconds(5));
    }
}
