package io.portafilter.controller.network;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.controller.leader.Leadership;
import io.portafilter.controller.network.source.SourceOptions;
import io.portafilter.controller.network.standin.KubeadmCluster;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.Condition;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Operators of a cluster, one after the other, and what its platform team does. */
final class Operators implements AutoCloseable {
    private final KubernetesClient platform;
    private final KubernetesClient client;
    private final KubeadmCluster cluster;
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Optional<Leadership> leader = Optional.empty();

    Operators(KubernetesClient platform, Config config, KubeadmCluster cluster) {
        this.platform = platform;
        this.cluster = cluster;
        this.client = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("writes", new Interceptor() {
                    @Override
                    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
                        if (!request.method().equals("GET")) {
                            writes.add(request.method() + " " + request.uri().getPath());
                        }
                    }
                }))
                .build();
    }

    /** Starts one that leads. */
    void start(boolean write) {
        NetworkTask task = new NetworkTask(
                client,
                new NetworkOptions(
                        write, "operator-0", new SourceOptions(cluster.namespace(), Collections.emptySortedSet())),
                meters,
                InstantSource.system());
        Leadership started = Leadership.alone("network", List.of(task), meters);
        started.start();
        leader = Optional.of(started);
    }

    void stop() {
        leader.ifPresent(Leadership::close);
        leader = Optional.empty();
    }

    /** Writes of all of them: method and path. */
    List<String> writes() {
        return writes;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    /** Applies a NetworkSetup with this spec, in YAML. */
    void apply(String spec) {
        GenericKubernetesResource wanted = Serialization.unmarshal(
                "apiVersion: portafilter.io/v1alpha1\nkind: NetworkSetup\nmetadata: {name: cluster}\nspec:\n"
                        + spec.indent(2),
                GenericKubernetesResource.class);
        platform.resource(wanted).forceConflicts().serverSideApply();
    }

    /** Names the plan that the status shows. */
    void approve() {
        String hash = status().plan().orElseThrow().hash();
        platform.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                .withName("cluster")
                .patch(
                        io.fabric8.kubernetes.client.dsl.base.PatchContext.of(
                                io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
                        "{\"spec\": {\"approval\": {\"planHash\": \"" + hash + "\"}}}");
    }

    /** The status as the API server has it; empty before the first. */
    NetworkSetupStatus status() {
        Object tree = Optional.ofNullable(platform.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                        .withName("cluster")
                        .get())
                .<Object>map(found -> found.getAdditionalProperties().getOrDefault("status", Map.of()))
                .orElse(Map.of());
        return RecordReader.read(NetworkSetupStatus.class, tree, "status").value();
    }

    /** A condition, as {@code True Reason: message}; empty before it is told. */
    String condition(String type) {
        return status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .map(Operators::line)
                .orElse("");
    }

    private static String line(Condition condition) {
        return condition.status().word() + " " + condition.reason() + ": " + condition.message();
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
