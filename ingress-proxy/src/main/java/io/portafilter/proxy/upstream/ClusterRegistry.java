package io.portafilter.proxy.upstream;

import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Key;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clusters and endpoints that exist, by key and by address, with their numbers of references. A cluster lives while somebody
 * who acquired it has not released it, an endpoint while a living cluster names it.
 *
 * <p>Any thread but an event loop may call it; event loops only read the {@link ClusterState} they were given.
 */
public final class ClusterRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterRegistry.class);

    private final NameResolver resolver;
    private final Map<Key, Entry> clusters = new HashMap<>();
    private final Map<InetSocketAddress, Shared> endpoints = new HashMap<>();

    private static final class Entry {
        final ClusterState state;
        int references;
        List<Endpoint> wanted = List.of();
        Set<InetSocketAddress> addresses = Set.of();

        Entry(Key key) {
            state = new ClusterState(key);
        }
    }

    private static final class Shared {
        final EndpointState state;
        int references;

        Shared(InetSocketAddress address) {
            state = new EndpointState(address);
        }
    }

    /** A registry that resolves names with this resolver. */
    public ClusterRegistry(NameResolver resolver) {
        this.resolver = resolver;
    }

    /** The state of this cluster, with one more reference; without endpoints if it is new. */
    public synchronized ClusterState acquire(Key cluster) {
        Entry entry = clusters.computeIfAbsent(cluster, Entry::new);
        entry.references++;
        return entry.state;
    }

    /**
     * Gives a reference back. After the last one the cluster is forgotten and its endpoints are marked as removed; its state keeps
     * them for requests that chose their route before.
     */
    public synchronized void release(Key cluster) {
        Entry entry = known(cluster);
        if (--entry.references == 0) {
            entry.addresses.forEach(this::dropReference);
            clusters.remove(cluster);
        }
    }

    /**
     * Replaces the endpoints of an acquired cluster: at once if they are addresses; if there are names among them, as soon as
     * these are resolved, by a thread of its own. A name that does not resolve contributes nothing until {@link #refresh}.
     */
    public void update(Key cluster, List<Endpoint> now) {
        List<Endpoint> wanted = List.copyOf(now);
        synchronized (this) {
            known(cluster).wanted = wanted;
        }
        if (hasNames(wanted)) {
            Thread.startVirtualThread(() -> resolve(cluster, wanted));
        } else {
            resolve(cluster, wanted);
        }
    }

    private static boolean hasNames(List<Endpoint> endpoints) {
        return endpoints.stream().anyMatch(endpoint -> !Addresses.isLiteral(endpoint.host()));
    }

    /** Resolves all names again, and waits for that; to be called every few seconds. Other clusters are not touched. */
    public void refresh() {
        Map<Key, List<Endpoint>> named = new HashMap<>();
        synchronized (this) {
            clusters.forEach((key, entry) -> {
                if (hasNames(entry.wanted)) {
                    named.put(key, entry.wanted);
                }
            });
        }
        named.forEach(this::resolve);
    }

    /** Looks up outside the lock: a name server that hangs must not stop other clusters from changing. */
    private void resolve(Key cluster, List<Endpoint> wanted) {
        Set<InetSocketAddress> addresses = new LinkedHashSet<>();
        for (Endpoint endpoint : wanted) {
            for (InetAddress address : lookUp(cluster, endpoint)) {
                addresses.add(new InetSocketAddress(address, endpoint.port()));
            }
        }
        synchronized (this) {
            Entry entry = clusters.get(cluster);
            if (entry != null && entry.wanted.equals(wanted)) {
                publish(entry, addresses);
            }
        }
    }

    private List<InetAddress> lookUp(Key cluster, Endpoint endpoint) {
        if (Addresses.isLiteral(endpoint.host())) {
            return List.of(Addresses.ofLiteral(endpoint.host()));
        }
        try {
            return resolver.resolve(endpoint.host());
        } catch (UnknownHostException e) {
            LOG.warn(
                    "{}: the name {} does not resolve, so its requests are answered 503; check spec.externalName",
                    cluster,
                    endpoint.host());
            return List.of();
        }
    }

    private void publish(Entry entry, Set<InetSocketAddress> addresses) {
        if (entry.addresses.equals(addresses)) {
            return;
        }
        List<EndpointState> states = new ArrayList<>(addresses.size());
        for (InetSocketAddress address : addresses) {
            Shared shared = endpoints.computeIfAbsent(address, Shared::new);
            shared.references++;
            states.add(shared.state);
        }
        entry.state.endpoints(List.copyOf(states));
        entry.addresses.forEach(this::dropReference);
        entry.addresses = addresses;
    }

    private void dropReference(InetSocketAddress address) {
        Shared shared = endpoints.get(address);
        if (shared != null && --shared.references == 0) {
            endpoints.remove(address);
            shared.state.remove();
        }
    }

    private Entry known(Key cluster) {
        Entry entry = clusters.get(cluster);
        if (entry == null) {
            throw new IllegalStateException("cluster was not acquired: " + cluster);
        }
        return entry;
    }
}
