package io.portafilter.contract;

import java.util.List;
import java.util.Optional;

/**
 * When a request is tried again with the next endpoint (behaviour §5).
 *
 * @param conditions what counts as a failed try
 * @param tries how often a request is sent at most, the first time included; 0 is no limit
 * @param timeoutSeconds how long new tries may start; 0 is no limit
 * @param nonIdempotent whether POST, LOCK and PATCH are tried again after they were sent
 */
public record ProxyNextUpstream(
        Optional<Sourced<List<Condition>>> conditions,
        Optional<Sourced<Integer>> tries,
        Optional<Sourced<Integer>> timeoutSeconds,
        Optional<Sourced<Boolean>> nonIdempotent)
        implements Policy<ProxyNextUpstream> {
    /** What counts as a failed try; the names are those of the annotation in upper case. */
    public enum Condition {
        ERROR,
        TIMEOUT,
        INVALID_HEADER,
        HTTP_500,
        HTTP_502,
        HTTP_503,
        HTTP_504,
        HTTP_403,
        HTTP_404,
        HTTP_429
    }

    @Override
    public ProxyNextUpstream inherit(ProxyNextUpstream parent) {
        return new ProxyNextUpstream(
                conditions.or(parent::conditions),
                tries.or(parent::tries),
                timeoutSeconds.or(parent::timeoutSeconds),
                nonIdempotent.or(parent::nonIdempotent));
    }
}
