package io.portafilter.network.corefile.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How answers are kept.
 *
 * @param successSeconds the longest time for answers, and for denials where those have none of their own; absent is CoreDNS's own, 3600
 * @param denialSeconds the longest time for denials; absent: as for answers
 * @param successCapacity answers, at least 1024; absent is CoreDNS's own, 9984
 * @param denialCapacity denials, likewise
 * @param clusterDomain whether answers about the cluster's own names are kept too
 * @param serveStale answers past their time while nobody answers
 */
public record CacheSettings(
        OptionalInt successSeconds,
        OptionalInt denialSeconds,
        OptionalInt successCapacity,
        OptionalInt denialCapacity,
        boolean clusterDomain,
        Optional<ServeStale> serveStale) {
    /**
     * Answers past their time.
     *
     * @param upTo for how long
     * @param verify whether the servers are asked first
     */
    public record ServeStale(Duration upTo, boolean verify) {}

    /** What kubeadm 1.36 sets up. */
    public static CacheSettings kubeadm() {
        return of(30, false);
    }

    /** One time for everything. */
    public static CacheSettings of(int seconds, boolean clusterDomain) {
        return new CacheSettings(
                OptionalInt.of(seconds),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                clusterDomain,
                Optional.empty());
    }

    /** With a time for denials. */
    public CacheSettings withDenialSeconds(int seconds) {
        return new CacheSettings(
                successSeconds, OptionalInt.of(seconds), successCapacity, denialCapacity, clusterDomain, serveStale);
    }

    /** With room for answers and denials. */
    public CacheSettings withCapacities(int success, int denial) {
        return new CacheSettings(
                successSeconds,
                denialSeconds,
                OptionalInt.of(success),
                OptionalInt.of(denial),
                clusterDomain,
                serveStale);
    }

    /** With answers past their time. */
    public CacheSettings withServeStale(ServeStale other) {
        return new CacheSettings(
                successSeconds, denialSeconds, successCapacity, denialCapacity, clusterDomain, Optional.of(other));
    }
}
