package io.portafilter.e2e.cluster;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.portafilter.e2e.product.Manifests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A namespace of one test, gone with it. */
public record Place(Cluster cluster, String name) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** Creates a namespace with a new name. */
    public static Place in(Cluster cluster) {
        Place place = new Place(cluster, "e2e-" + UUID.randomUUID());
        cluster.namespace(place.name());
        return place;
    }

    /** What a program in a pod printed, to both of its outputs. */
    public record Ran(int code, String printed) {}

    /** Creates an Ingress of our class with these rules. */
    public void ingress(String ingress, Map<String, String> annotations, List<? extends Map<String, ?>> rules) {
        Map<String, Object> spec = Map.of("ingressClassName", "nginx", "rules", rules);
        cluster.create(Manifests.ingress(name, ingress, annotations, spec));
    }

    /** The address that an Ingress shows, when it does. */
    public String address(String ingress) {
        return Cluster.patiently()
                .until(() -> exposed(ingress), Optional::isPresent)
                .orElseThrow();
    }

    /** The address that an Ingress shows now. */
    public Optional<String> exposed(String ingress) {
        Ingress now = cluster.client()
                .network()
                .v1()
                .ingresses()
                .inNamespace(name)
                .withName(ingress)
                .require();
        return now.getStatus().getLoadBalancer().getIngress().stream()
                .findFirst()
                .map(each -> Optional.ofNullable(each.getIp()).orElseGet(each::getHostname));
    }

    /** Changes an Ingress. */
    void edit(String ingress, UnaryOperator<Ingress> change) {
        cluster.client()
                .network()
                .v1()
                .ingresses()
                .inNamespace(name)
                .withName(ingress)
                .edit(change);
    }

    /** Deletes a Service. */
    public void deleteService(String service) {
        cluster.client().services().inNamespace(name).withName(service).delete();
    }

    /** Runs a program in the first pod of a Deployment. */
    public Ran exec(String deployment, String... command) {
        String pod = cluster.pods(name, deployment).getFirst().getMetadata().getName();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ExecWatch running = cluster.client()
                .pods()
                .inNamespace(name)
                .withName(pod)
                .writingOutput(printed)
                .writingError(printed)
                .exec(command)) {
            int code = running.exitCode().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Ran(code, printed.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cluster.deleteNamespace(name);
    }
}
