package io.portafilter.proxy.upstream;

import io.portafilter.contract.Key;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What event loops know of a cluster: the endpoints of this moment and whose turn it is. All routes that name the cluster, of all
 * routing tables, share it.
 */
public final class ClusterState {
    private final Key key;
    /** One counter for all loops: so even requests that each open a connection of their own take turns exactly. */
    private final AtomicInteger turn =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());

    private volatile List<EndpointState> endpoints = List.of();

    ClusterState(Key key) {
        this.key = key;
    }

    /** The key of the published cluster. */
    public Key key() {
        return key;
    }

    /** Where requests can go now; empty means 503. */
    public List<EndpointState> endpoints() {
        return endpoints;
    }

    void endpoints(List<EndpointState> now) {
        endpoints = now;
    }

    /**
     * The endpoint whose turn it is (behaviour §10): round robin from a random start.
     *
     * @param from the result of {@link #endpoints()}, not empty
     * @param tried endpoints that have failed this request; avoided while there are others
     */
    public EndpointState pick(List<EndpointState> from, List<EndpointState> tried) {
        int first = turn.getAndIncrement() & Integer.MAX_VALUE;
        EndpointState picked = from.get(first % from.size());
        for (int i = 1; i < from.size() && tried.contains(picked); i++) {
            picked = from.get((first + i) % from.size());
        }
        return picked;
    }

    @Override
    public String toString() {
        return key + " " + endpoints;
    }
}
