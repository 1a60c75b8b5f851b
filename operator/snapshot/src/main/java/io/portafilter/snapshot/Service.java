package io.portafilter.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A v1 Service.
 *
 * @param meta metadata
 * @param type {@code spec.type}
 * @param clusterIps {@code spec.clusterIPs}, or the one of {@code spec.clusterIP}; empty for headless Services
 * @param externalName {@code spec.externalName}
 * @param ports {@code spec.ports}
 */
public record Service(Meta meta, Type type, List<String> clusterIps, Optional<String> externalName, List<Port> ports)
        implements KubeObject {
    /** Copies the lists. */
    public Service {
        clusterIps = List.copyOf(clusterIps);
        ports = List.copyOf(ports);
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE;
    }

    /** {@code spec.type}. */
    public enum Type {
        CLUSTER_IP,
        NODE_PORT,
        LOAD_BALANCER,
        EXTERNAL_NAME
    }

    /**
     * {@code spec.ports[]}.
     *
     * @param name empty if the port has none
     * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
     * @param port 1 to 65535
     * @param targetPort number or name; absent is {@code port}
     */
    public record Port(String name, String protocol, int port, Optional<TargetPort> targetPort) {}

    /** {@code targetPort}. */
    public sealed interface TargetPort {}

    /** A number on the pod. */
    public record TargetNumber(int number) implements TargetPort {}

    /** The name of a container's port. */
    public record TargetName(String name) implements TargetPort {}
}
