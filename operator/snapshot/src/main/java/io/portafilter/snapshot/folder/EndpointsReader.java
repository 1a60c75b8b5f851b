package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Endpoints;
import io.portafilter.snapshot.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads an EndpointSlice, and the Endpoints that slices replaced. */
final class EndpointsReader {
    private static final Map<String, Predicate<String>> ADDRESS_TYPES =
            Map.of("IPv4", Syntax::isIpv4, "IPv6", Syntax::isIpv6, "FQDN", Syntax::isSubdomain);

    private EndpointsReader() {}

    static EndpointSlice slice(Meta meta, Fields object) {
        if (!object.has("addressType")) {
            object.missing("addressType", "write FQDN, IPv4 or IPv6");
        }
        Predicate<String> address = object.word("addressType", ADDRESS_TYPES).orElse(text -> true);
        return new EndpointSlice(
                meta,
                object.text("addressType").orElse(""),
                object.objects("endpoints", fields -> endpoint(fields, address)),
                object.objects("ports", fields -> Optional.of(port(fields))));
    }

    private static Optional<EndpointSlice.Endpoint> endpoint(Fields fields, Predicate<String> form) {
        List<String> addresses = fields.texts("addresses", form, "write an address of the slice's addressType");
        if (!fields.has("addresses")) {
            fields.missing("addresses", "write at least one address");
        }
        return Optional.of(new EndpointSlice.Endpoint(
                addresses, fields.object("conditions").flatMap(conditions -> conditions.flag("ready"))));
    }

    private static EndpointSlice.Port port(Fields fields) {
        return new EndpointSlice.Port(
                fields.text("name").orElse(""),
                fields.word("protocol", ServiceReader.PROTOCOLS).orElse("TCP"),
                fields.port("port"));
    }

    static Endpoints endpoints(Meta meta, Fields object) {
        return new Endpoints(meta, object.objects("subsets", EndpointsReader::subset));
    }

    private static Optional<Endpoints.Subset> subset(Fields fields) {
        List<String> addresses = fields.objects("addresses", EndpointsReader::ip);
        List<EndpointSlice.Port> ports = fields.objects("ports", port -> {
            if (!port.has("port")) {
                port.missing("port", "write the port's number");
            }
            return Optional.of(port(port));
        });
        return Optional.of(new Endpoints.Subset(addresses, ports));
    }

    private static Optional<String> ip(Fields address) {
        if (!address.has("ip")) {
            address.missing("ip", "write an IP address");
        }
        return address.text("ip", Syntax::isIp, "write an IP address");
    }
}
