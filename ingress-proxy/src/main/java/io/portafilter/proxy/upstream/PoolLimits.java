package io.portafilter.proxy.upstream;

import java.time.Duration;

/**
 * How long connections to backends are kept (behaviour §5).
 *
 * @param idle idle connections of one event loop, to all endpoints together
 * @param idleNanos how long one stays idle
 * @param requests on one connection
 * @param ageNanos how old one gets
 */
public record PoolLimits(int idle, long idleNanos, int requests, long ageNanos) {
    /** The values of ingress-nginx: 320, 60 s, 10000, 1 h. */
    public static final PoolLimits DEFAULT = new PoolLimits(
            320, Duration.ofSeconds(60).toNanos(), 10_000, Duration.ofHours(1).toNanos());
}
