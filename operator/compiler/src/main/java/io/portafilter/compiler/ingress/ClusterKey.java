package io.portafilter.compiler.ingress;

import io.portafilter.contract.Cluster;
import io.portafilter.contract.Key;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Name;
import java.util.Comparator;

/**
 * One port of a Service, as Ingresses name it (behaviour §1.3).
 *
 * @param service the Service
 * @param port name or number
 */
public record ClusterKey(Name service, String port) implements Comparable<ClusterKey> {
    private static final Comparator<ClusterKey> ORDER =
            Comparator.comparing(ClusterKey::service).thenComparing(ClusterKey::port);

    static ClusterKey of(String namespace, Ingress.ServiceBackend backend) {
        return new ClusterKey(
                new Name(namespace, backend.service()), backend.port().toString());
    }

    /** The key of the published cluster. */
    public Key published() {
        return Cluster.key(service.namespace(), service.name(), port);
    }

    // Written out because a start looks up millions: what records generate is slow until it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterKey that && service.equals(that.service) && port.equals(that.port);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + port.hashCode();
    }

    @Override
    public int compareTo(ClusterKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return service + ":" + port;
    }
}
