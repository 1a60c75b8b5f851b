package io.portafilter.proxy.exchange;

import io.portafilter.contract.ProxyNextUpstream.Condition;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.upstream.ClusterState;
import io.portafilter.proxy.upstream.EndpointState;
import java.util.ArrayList;
import java.util.List;

/** How often one request may be sent, where to, and after what (ProxyNextUpstream, behaviour §5). */
final class Retries {
    private final List<EndpointState> avoided = new ArrayList<>();
    private AttemptPolicy policy = AttemptPolicy.DEFAULT;
    private long startNanos;
    private int left;

    /** A new request that began then. */
    void start(AttemptPolicy newPolicy, long began) {
        policy = newPolicy;
        startNanos = began;
        left = newPolicy.tries();
        avoided.clear();
    }

    /** Picks the endpoint of the next try, another one than before if there is one. */
    EndpointState next(ClusterState cluster, List<EndpointState> endpoints) {
        left--;
        return cluster.pick(endpoints, avoided);
    }

    /** This endpoint has failed the request. */
    void avoid(EndpointState endpoint) {
        avoided.add(endpoint);
    }

    /** The last try was nobody's fault: an idle connection had died unnoticed. */
    void forgive() {
        left++;
    }

    /** Whether the request is tried again after this failure. */
    boolean allow(Failure failure, RequestHead request) {
        return allow(failure.condition(), !failure.beforeSending(), request);
    }

    /** Whether an answer of this status is thrown away and the request tried again. */
    boolean allow(int status, RequestHead request) {
        return switch (status) {
            case 500 -> allow(Condition.HTTP_500, true, request);
            case 502 -> allow(Condition.HTTP_502, true, request);
            case 503 -> allow(Condition.HTTP_503, true, request);
            case 504 -> allow(Condition.HTTP_504, true, request);
            case 403 -> allow(Condition.HTTP_403, true, request);
            case 404 -> allow(Condition.HTTP_404, true, request);
            case 429 -> allow(Condition.HTTP_429, true, request);
            default -> false;
        };
    }

    private boolean allow(Condition condition, boolean sent, RequestHead request) {
        return left > 0
                && policy.conditions().contains(condition)
                && System.nanoTime() - startNanos < policy.retryNanos()
                && (!sent || policy.nonIdempotent() || idempotent(request.method()));
    }

    /** The methods that nginx calls non-idempotent; all others may be sent twice. */
    private static boolean idempotent(String method) {
        return !method.equals("POST") && !method.equals("LOCK") && !method.equals("PATCH");
    }
}
