package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Node;
import io.portafilter.snapshot.Pod;
import java.util.List;
import java.util.Optional;

/** Reads the objects that tell what the cluster is made of. */
final class ClusterReader {
    private ClusterReader() {}

    static IngressClass ingressClass(Meta meta, Fields object) {
        Optional<Fields> spec = object.object("spec");
        if (spec.isEmpty() && !object.has("spec")) {
            object.missing("spec", "write spec.controller");
        }
        return new IngressClass(
                meta,
                spec.map(fields -> fields.requiredText("controller", "name the controller, as k8s.io/ingress-nginx"))
                        .orElse(""));
    }

    static Pod pod(Meta meta, Fields object) {
        Optional<Fields> status = object.object("status");
        List<String> ips = status.map(ClusterReader::podIps).orElse(List.of());
        boolean ready = status.map(fields -> fields.objects("conditions", ClusterReader::readyCondition))
                .orElse(List.of())
                .contains(true);
        return new Pod(meta, object.object("spec").flatMap(spec -> spec.text("nodeName")), ips, ready);
    }

    private static List<String> podIps(Fields status) {
        List<String> ips = status.objects("podIPs", ip -> ip.text("ip"));
        return ips.isEmpty() ? status.text("podIP").stream().toList() : ips;
    }

    private static Optional<Boolean> readyCondition(Fields condition) {
        return condition
                .text("type")
                .filter("Ready"::equals)
                .flatMap(type -> condition.text("status"))
                .map("True"::equals);
    }

    static Node node(Meta meta, Fields object) {
        Optional<Fields> spec = object.object("spec");
        List<String> cidrs = spec.map(fields -> fields.texts("podCIDRs")).orElse(List.of());
        if (cidrs.isEmpty()) {
            cidrs = spec.flatMap(fields -> fields.text("podCIDR")).stream().toList();
        }
        List<Node.Address> addresses = object.object("status")
                .map(status -> status.objects("addresses", ClusterReader::address))
                .orElse(List.of());
        return new Node(meta, cidrs, addresses);
    }

    private static Optional<Node.Address> address(Fields fields) {
        return Optional.of(new Node.Address(
                fields.requiredText("type", "write the address's type, as InternalIP"),
                fields.requiredText("address", "write the address")));
    }
}
