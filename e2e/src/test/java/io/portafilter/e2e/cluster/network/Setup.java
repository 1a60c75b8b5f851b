package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.portafilter.e2e.cluster.Cluster;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The NetworkSetup of the cluster, gone with its test. */
final class Setup implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Cluster cluster;

    private Setup(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Creates one that says nothing but what the cluster was made with, and only observes. */
    static Setup observe(Cluster cluster) {
        cluster.create("""
            apiVersion: portafilter.io/v1alpha1
            kind: NetworkSetup
            metadata: {name: cluster}
            spec:
              pods: {cidrs: [10.244.0.0/16]}
              services: {cidrs: [10.96.0.0/16]}
            """);
        return new Setup(cluster);
    }

    /** Creates one that says what the operator proposed, so that there is nothing to do, in this mode. */
    static Setup adopted(Cluster cluster, String mode) {
        Setup setup = observe(cluster);
        try {
            setup.adopt();
            setup.change(spec -> spec.put("mode", mode));
            setup.await(Status::planIsEmpty, "a plan without changes");
            return setup;
        } catch (RuntimeException | Error e) {
            setup.close();
            throw e;
        }
    }

    /** Applies what the operator proposes, as {@code kubectl apply} would. */
    void adopt() {
        Status seen = await(status -> !status.proposed().isEmpty(), "a proposed spec");
        GenericKubernetesResource proposed = Serialization.unmarshal(seen.proposed(), GenericKubernetesResource.class);
        Object spec = Objects.requireNonNull(proposed.getAdditionalProperties().get("spec"));
        edit(any -> spec);
    }

    /** Changes the spec, as it is by then: of two who edit at once the second is told, and edits again. */
    void change(Consumer<ObjectNode> change) {
        edit(spec -> {
            ObjectNode edited = JSON.valueToTree(spec);
            change.accept(edited);
            return JSON.convertValue(edited, Object.class);
        });
    }

    private void edit(UnaryOperator<Object> change) {
        while (true) {
            try {
                resource().edit(live -> {
                    Object spec = Objects.requireNonNull(
                            live.getAdditionalProperties().get("spec"));
                    live.setAdditionalProperty("spec", change.apply(spec));
                    return live;
                });
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                    throw e;
                }
            }
        }
    }

    /** What the operator says of the newest spec; of an older one it is empty. */
    Status status() {
        return Status.of(JSON.valueToTree(resource().require()));
    }

    /** Returns what the operator says of the newest spec when it is so. */
    Status await(Predicate<Status> so, String what) {
        Cluster.patiently()
                .untilAsserted(
                        () -> assertThat(status()).as(what).matches(status -> status.isCurrent() && so.test(status)));
        return status();
    }

    /** Returns the plan's hash when there is a plan with changes. */
    String planned() {
        return await(status -> status.changes() > 0 && status.refusals().isEmpty(), "a plan with changes")
                .hash();
    }

    /** Approves a plan. */
    void approve(String hash) {
        change(spec -> spec.withObject("/approval").put("policy", "Manual").put("planHash", hash));
    }

    /** Approves the plan that there is and returns when it is carried out and verified. */
    String carryOut() {
        String hash = planned();
        approve(hash);
        await(status -> status.applied().equals(hash + " Applied"), hash + " to be applied");
        return hash;
    }

    @Override
    public void close() {
        resource().delete();
        Cluster.patiently().until(() -> resource().get() == null);
    }

    private Resource<GenericKubernetesResource> resource() {
        return cluster.client()
                .genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                .withName("cluster");
    }
}
