package io.portafilter.proxy.exchange;

import io.portafilter.contract.Policies;
import io.portafilter.contract.ProxyNextUpstream;
import io.portafilter.contract.ProxyNextUpstream.Condition;
import io.portafilter.contract.ProxyTimeout;
import io.portafilter.contract.Sourced;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * ProxyTimeout and ProxyNextUpstream, ready for the data path (behaviour §5).
 *
 * @param connectNanos for the TCP handshake
 * @param readNanos between two reads of the answer
 * @param sendNanos between two writes of the request
 * @param conditions what counts as a failed try
 * @param tries how often a request is sent at most; never 0
 * @param retryNanos how long after its begin a request may be tried again; {@link Long#MAX_VALUE} is no limit
 * @param nonIdempotent whether POST, LOCK and PATCH are tried again after they were sent
 */
public record AttemptPolicy(
        long connectNanos,
        long readNanos,
        long sendNanos,
        Set<Condition> conditions,
        int tries,
        long retryNanos,
        boolean nonIdempotent) {
    /** The values of ingress-nginx. */
    public static final AttemptPolicy DEFAULT = of(Policies.NONE);

    /** Copies the set. */
    public AttemptPolicy {
        conditions = conditions.isEmpty() ? Set.of() : EnumSet.copyOf(conditions);
    }

    /** What effective policies say; what they leave open has the documented default. */
    public static AttemptPolicy of(Policies policies) {
        Optional<ProxyTimeout> timeout = policies.get(ProxyTimeout.class);
        Optional<ProxyNextUpstream> next = policies.get(ProxyNextUpstream.class);
        int tries = value(next.flatMap(ProxyNextUpstream::tries), 3);
        int retrySeconds = value(next.flatMap(ProxyNextUpstream::timeoutSeconds), 0);
        Collection<Condition> conditions =
                value(next.flatMap(ProxyNextUpstream::conditions), List.of(Condition.ERROR, Condition.TIMEOUT));
        return new AttemptPolicy(
                seconds(value(timeout.flatMap(ProxyTimeout::connect), 5)),
                seconds(value(timeout.flatMap(ProxyTimeout::read), 60)),
                seconds(value(timeout.flatMap(ProxyTimeout::send), 60)),
                Set.copyOf(conditions),
                tries == 0 ? Integer.MAX_VALUE : tries,
                retrySeconds == 0 ? Long.MAX_VALUE : seconds(retrySeconds),
                value(next.flatMap(ProxyNextUpstream::nonIdempotent), false));
    }

    private static <T> T value(Optional<Sourced<T>> sourced, T otherwise) {
        return sourced.map(Sourced::value).orElse(otherwise);
    }

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
