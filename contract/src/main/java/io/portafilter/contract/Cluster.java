package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/**
 * One port of a Service as a group of endpoints; shared by all routes that name it (behaviour §1.3).
 *
 * @param namespace of the Service
 * @param service its name
 * @param port name or number, as Ingresses write it
 * @param loadBalance the algorithm, from the oldest Ingress that names this Service and port
 * @param alternatives the clusters of canaries, oldest first
 */
public record Cluster(
        String namespace,
        String service,
        String port,
        Sourced<LoadBalance> loadBalance,
        List<Sourced<Key>> alternatives)
        implements Published {
    /** Copies the list. */
    public Cluster {
        alternatives = List.copyOf(alternatives);
    }

    /** The key of such a cluster. */
    public static Key key(String namespace, String service, String port) {
        return new Key(Kind.CLUSTER, namespace + "/" + service + "/" + port);
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(namespace, service, port);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return Stream.concat(
                        Stream.of(Endpoints.key(namespace, service, port)),
                        alternatives.stream().map(Sourced::value))
                .toList();
    }
}
