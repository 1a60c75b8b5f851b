package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Service.TargetPort;
import io.portafilter.snapshot.Service.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a Service. */
final class ServiceReader {
    static final Map<String, String> PROTOCOLS = Map.of("TCP", "TCP", "UDP", "UDP", "SCTP", "SCTP");

    private static final Map<String, Type> TYPES = Map.of(
            "ClusterIP", Type.CLUSTER_IP,
            "NodePort", Type.NODE_PORT,
            "LoadBalancer", Type.LOAD_BALANCER,
            "ExternalName", Type.EXTERNAL_NAME);
    private static final String HEADLESS = "None";

    private ServiceReader() {}

    static Service read(Meta meta, Fields object) {
        Optional<Fields> spec = object.object("spec");
        if (spec.isEmpty()) {
            if (!object.has("spec")) {
                object.missing("spec", "write spec.ports");
            }
            return new Service(meta, Type.CLUSTER_IP, List.of(), Optional.empty(), List.of());
        }
        Fields fields = spec.get();
        Type type = fields.word("type", TYPES).orElse(Type.CLUSTER_IP);
        Optional<String> externalName = fields.text("externalName").filter(name -> !name.isEmpty());
        if (type == Type.EXTERNAL_NAME && externalName.isEmpty()) {
            fields.missing("externalName", "write the DNS name that this Service stands for");
        }
        return new Service(meta, type, clusterIps(fields), externalName, fields.objects("ports", ServiceReader::port));
    }

    private static List<String> clusterIps(Fields spec) {
        String remedy = "write an IP address, or None";
        List<String> all = spec.has("clusterIPs")
                ? spec.texts("clusterIPs", ServiceReader::isClusterIp, remedy)
                : spec.text("clusterIP", ServiceReader::isClusterIp, remedy).stream()
                        .toList();
        return all.stream().filter(Syntax::isIp).toList();
    }

    private static boolean isClusterIp(String text) {
        return text.isEmpty() || text.equals(HEADLESS) || Syntax.isIp(text);
    }

    private static Optional<Service.Port> port(Fields fields) {
        if (!fields.has("port")) {
            fields.missing("port", "write the port of the Service");
        }
        return fields.port("port")
                .map(port -> new Service.Port(
                        fields.text("name").orElse(""),
                        fields.word("protocol", PROTOCOLS).orElse("TCP"),
                        port,
                        targetPort(fields)));
    }

    private static Optional<TargetPort> targetPort(Fields fields) {
        Optional<Yaml> field = fields.get("targetPort");
        if (field.isPresent() && field.get() instanceof Yaml.Scalar scalar && scalar.type() == Yaml.Type.TEXT) {
            return fields.text(
                            "targetPort",
                            name -> name.chars().anyMatch(c -> c >= 'a' && c <= 'z'),
                            "write a number without quotes, or the name of a container's port")
                    .map(Service.TargetName::new);
        }
        return fields.port("targetPort").map(Service.TargetNumber::new);
    }
}
