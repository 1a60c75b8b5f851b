package io.portafilter.compiler.host;

import io.portafilter.compiler.incremental.Lookup;
import io.portafilter.compiler.ingress.AcceptedIngress;
import io.portafilter.compiler.ingress.ClusterKey;
import io.portafilter.compiler.ingress.ServicePorts;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Service;
import io.portafilter.snapshot.Severity;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the author of a rule that its Service, or the port of it, is not there (behaviour §1.9). */
final class ServiceCheck {
    private ServiceCheck() {}

    static void check(
            AcceptedIngress ingress, String field, ClusterKey cluster, Lookup lookup, Consumer<Finding> findings) {
        Optional<Service> service = lookup.object(Service.class, Kind.SERVICE, cluster.service());
        if (service.isEmpty()) {
            findings.accept(finding(
                    "service-not-found",
                    ingress,
                    field,
                    "there is no Service " + cluster.service() + "; requests are answered 503 until it exists"));
        } else if (service.get().type() != Service.Type.EXTERNAL_NAME
                && ServicePorts.find(service.get(), cluster.port()).isEmpty()) {
            findings.accept(finding(
                    "service-port-not-found",
                    ingress,
                    field,
                    "Service " + cluster.service() + " has no port \"" + cluster.port() + "\" ("
                            + ServicePorts.describe(service.get()) + "); requests are answered 503"));
        }
    }

    private static Finding finding(String id, AcceptedIngress ingress, String field, String message) {
        return new Finding(id, Severity.ERROR, ingress.ref(), field, message);
    }
}
