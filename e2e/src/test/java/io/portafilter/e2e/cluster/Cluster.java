package io.portafilter.e2e.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.portafilter.e2e.product.Yaml;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;

/** The cluster that tests run on, with everybody's rights. */
public final class Cluster implements AutoCloseable {
    private final KubernetesClient client;
    private final boolean own;

    private Cluster(KubernetesClient client, boolean own) {
        this.client = client;
        this.own = own;
    }

    /** Connects to {@code E2E_KUBECONFIG}, or else to {@code KUBECONFIG}, which then is of the cluster of e2e/cluster. */
    public static Cluster connect() {
        Optional<String> named = Optional.ofNullable(System.getenv("E2E_KUBECONFIG"));
        String file = named.orElseGet(() -> Optional.ofNullable(System.getenv("KUBECONFIG"))
                .orElseThrow(
                        () -> new IllegalStateException("no cluster: start this with e2e/run, or set E2E_KUBECONFIG")));
        Config config = Config.fromKubeconfig(new File(file));
        return new Cluster(new KubernetesClientBuilder().withConfig(config).build(), named.isEmpty());
    }

    /** The API of the cluster. */
    public KubernetesClient client() {
        return client;
    }

    /** Skips a test that harms parts of the cluster, unless the cluster is ours. */
    public void mayBeHarmed() {
        Assumptions.assumeTrue(
                own, "NOT RUN: this test kills parts of the cluster, and E2E_KUBECONFIG names one that is not ours");
    }

    /** Creates this object. */
    public void create(Map<String, ?> object) {
        create(Yaml.dump(List.of(object)));
    }

    /** Creates the objects of this text. */
    public void create(String yaml) {
        for (HasMetadata object : client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            client.resource(object).create();
        }
    }

    /** Creates a namespace. */
    public void namespace(String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Deletes a namespace and returns when it and all that it held are gone. */
    public void deleteNamespace(String name) {
        client.namespaces().withName(name).delete();
        patiently().until(() -> client.namespaces().withName(name).get() == null);
    }

    /** The pods of a Deployment that nobody has asked to end. */
    public List<Pod> pods(String namespace, String deployment) {
        Map<String, String> labels =
                deployment(namespace, deployment).getSpec().getSelector().getMatchLabels();
        return client.pods().inNamespace(namespace).withLabels(labels).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** Does {@code kubectl rollout restart} and returns when only new pods are left. */
    public void restart(String namespace, String deployment) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .rolling()
                .restart();
        awaitRollout(namespace, deployment);
    }

    /** Sets the number of pods and returns when there are so many. */
    public void scale(String namespace, String deployment, int pods) {
        client.apps().deployments().inNamespace(namespace).withName(deployment).scale(pods);
        awaitRollout(namespace, deployment);
    }

    /** Returns when a Deployment has exactly its ready pods, all of its newest template. */
    public void awaitRollout(String namespace, String deployment) {
        patiently().untilAsserted(() -> {
            Rollout now = Rollout.of(deployment(namespace, deployment));
            if (!now.done() || allPods(namespace, deployment) != now.wanted()) {
                throw new AssertionError(namespace + "/" + deployment + " is not rolled out: " + now);
            }
        });
    }

    /** The address that a Service of type LoadBalancer got. */
    public String balancer(String namespace, String service) {
        return patiently()
                .until(() -> address(namespace, service), Optional::isPresent)
                .orElseThrow();
    }

    /** A token of a service account. */
    String token(String namespace, String account, TokenRequest request) {
        return client.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    /** Returns when the API server answers. */
    public void awaitApi() {
        patiently()
                .ignoreExceptions()
                .until(() -> client.namespaces().withName("default").get() != null);
    }

    /** A wait of up to five minutes: the machine may be busy. */
    public static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(200));
    }

    private Optional<String> address(String namespace, String service) {
        return client
                .services()
                .inNamespace(namespace)
                .withName(service)
                .require()
                .getStatus()
                .getLoadBalancer()
                .getIngress()
                .stream()
                .findFirst()
                .map(Cluster::text);
    }

    /** The address or name in a status. */
    public static String text(LoadBalancerIngress ingress) {
        return Optional.ofNullable(ingress.getIp()).orElseGet(ingress::getHostname);
    }

    private Deployment deployment(String namespace, String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name).require();
    }

    private int allPods(String namespace, String deployment) {
        Map<String, String> labels =
                deployment(namespace, deployment).getSpec().getSelector().getMatchLabels();
        return client.pods()
                .inNamespace(namespace)
                .withLabels(labels)
                .list()
                .getItems()
                .size();
    }

    @Override
    public void close() {
        client.close();
    }
}
