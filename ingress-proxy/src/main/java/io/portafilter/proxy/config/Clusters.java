package io.portafilter.proxy.config;

import io.netty.util.NetUtil;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.ClusterState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published clusters, each a reference in the registry, and their endpoints. Endpoints that have names are handed to the
 * registry by another thread, one after the other: a name server that hangs must not stop the configuration.
 */
final class Clusters {
    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);

    private final ClusterRegistry registry;
    private final Executor names;
    private final Map<Key, ClusterState> states = new HashMap<>();
    private final Map<Key, List<Endpoint>> endpoints = new ConcurrentHashMap<>();

    Clusters(ClusterRegistry registry, Executor names) {
        this.registry = registry;
        this.names = names;
    }

    void put(Cluster cluster) {
        if (!states.containsKey(cluster.key())) {
            states.put(cluster.key(), registry.acquire(cluster.key()));
            update(cluster.key());
        }
    }

    void put(Endpoints now) {
        Key cluster = Cluster.key(now.namespace(), now.service(), now.port());
        endpoints.put(cluster, now.endpoints());
        if (states.containsKey(cluster)) {
            update(cluster);
        }
    }

    private void update(Key cluster) {
        List<Endpoint> now = endpoints.getOrDefault(cluster, List.of());
        if (now.stream().allMatch(Clusters::isAddress)) {
            registry.update(cluster, now);
        } else {
            names.execute(() -> resolve(cluster));
        }
    }

    /** The endpoints are those of the moment when the thread comes to it; perhaps it comes too late. */
    private void resolve(Key cluster) {
        List<Endpoint> now = endpoints.get(cluster);
        if (now == null) {
            return;
        }
        try {
            registry.update(cluster, now);
        } catch (IllegalStateException e) {
            LOG.debug("{} was removed while its names were about to be resolved", cluster, e);
        }
    }

    private static boolean isAddress(Endpoint endpoint) {
        return NetUtil.isValidIpV4Address(endpoint.host()) || NetUtil.isValidIpV6Address(endpoint.host());
    }

    void remove(Key cluster) {
        endpoints.remove(cluster);
        if (states.remove(cluster) != null) {
            registry.release(cluster);
        }
    }

    void removeEndpoints(Key key) {
        endpoints.remove(new Key(Kind.CLUSTER, key.name()));
    }

    /**
     * The state of a cluster.
     *
     * @throws IllegalArgumentException if it was never put
     */
    ClusterState get(Key cluster) {
        ClusterState state = states.get(cluster);
        if (state == null) {
            throw new IllegalArgumentException("it forwards to " + cluster + ", which is not there");
        }
        return state;
    }
}
