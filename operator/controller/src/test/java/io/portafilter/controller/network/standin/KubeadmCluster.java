package io.portafilter.controller.network.standin;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.portafilter.controller.apiserver.ApiServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A cluster as kubeadm and flannel leave it, on a real API server; its DNS and its controllers are stand-ins. */
public final class KubeadmCluster implements AutoCloseable {
    private static final Path DEFINITION = Path.of(
            System.getProperty("project.dir", "../.."), "helm/portafilter/crds/networksetups.portafilter.io.yaml");
    private static final String SYSTEM = "kube-system";

    private final KubernetesClient client;
    private final String namespace;
    private final List<HasMetadata> made = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Workloads workloads;

    private KubeadmCluster(ApiServer api) {
        this.client = api.client();
        this.namespace = api.namespace();
        define();
        made.addAll(api.apply(SYSTEM, manifest()));
        this.workloads = new Workloads(client);
        replica("127.0.0.2");
        replica("127.0.0.3");
    }

    /** Makes one; it is the only one on its API server until it is closed. */
    public static KubeadmCluster on(ApiServer api) {
        return new KubeadmCluster(api);
    }

    private void define() {
        try {
            client.resource(Serialization.unmarshal(Files.readString(DEFINITION), CustomResourceDefinition.class))
                    .forceConflicts()
                    .serverSideApply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        patiently()
                .ignoreExceptions()
                .until(() -> client.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                                .list()
                        != null);
    }

    private static String manifest() {
        try (InputStream file = Objects.requireNonNull(KubeadmCluster.class.getResourceAsStream("kubeadm.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replica(String address) {
        try {
            Replica replica = new Replica(address, () -> data(SYSTEM, "coredns", "Corefile"));
            replicas.add(replica);
            Pod pod = client.resource(new PodBuilder()
                            .withNewMetadata()
                            .withNamespace(SYSTEM)
                            .withName("coredns-" + replicas.size())
                            .addToLabels("k8s-app", "kube-dns")
                            .endMetadata()
                            .withNewSpec()
                            .withNodeName("w1")
                            .addNewContainer()
                            .withName("coredns")
                            .withImage("coredns")
                            .withPorts(new ContainerPortBuilder()
                                    .withName("dns")
                                    .withContainerPort(replica.port())
                                    .withProtocol("UDP")
                                    .build())
                            .endContainer()
                            .endSpec()
                            .build())
                    .create();
            made.add(pod);
            pod.setStatus(new PodStatusBuilder()
                    .withPhase("Running")
                    .withPodIP(replica.address())
                    .addNewPodIP(replica.address())
                    .build());
            client.resource(pod).updateStatus();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an operator of this cluster lives. */
    public String namespace() {
        return namespace;
    }

    /** The replicas of its DNS. */
    public List<Replica> dns() {
        return replicas;
    }

    /** Its controllers. */
    public Workloads workloads() {
        return workloads;
    }

    /** What a ConfigMap has under a key. */
    public String data(String where, String name, String key) {
        return client.configMaps()
                .inNamespace(where)
                .withName(name)
                .require()
                .getData()
                .getOrDefault(key, "");
    }

    /** Writes it as somebody else would, with {@code kubectl edit}. */
    public void edit(String where, String name, String key, String text) {
        client.configMaps().inNamespace(where).withName(name).edit(map -> {
            map.getData().put(key, text);
            return map;
        });
    }

    /** The annotation that restarts a DaemonSet; empty where there is none. */
    public String restarted(String where, String name) {
        return Optional.ofNullable(client.apps()
                        .daemonSets()
                        .inNamespace(where)
                        .withName(name)
                        .require()
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getAnnotations())
                .map(all -> all.getOrDefault("portafilter.io/config", ""))
                .orElse("");
    }

    /** The backups, the oldest first. */
    public List<ConfigMap> backups() {
        return client.configMaps()
                .inNamespace(namespace)
                .withLabel("portafilter.io/plan-hash")
                .list()
                .getItems();
    }

    /** Puts everything back that a plan can change, and forgets journal and backups. */
    public void reset() {
        client.configMaps().inNamespace(namespace).delete();
        client.genericKubernetesResources("networking.k8s.io/v1", "ServiceCIDR").list().getItems().stream()
                .filter(range -> !range.getMetadata().getName().equals("kubernetes"))
                .forEach(this::remove);
        for (HasMetadata object : made) {
            if (object instanceof ConfigMap map) {
                client.configMaps()
                        .inNamespace(map.getMetadata().getNamespace())
                        .withName(map.getMetadata().getName())
                        .edit(now -> {
                            now.setData(map.getData());
                            now.getMetadata().setAnnotations(Map.of());
                            return now;
                        });
            }
        }
        client.apps().daemonSets().inAnyNamespace().list().getItems().forEach(daemon -> {
            client.apps()
                    .daemonSets()
                    .inNamespace(daemon.getMetadata().getNamespace())
                    .withName(daemon.getMetadata().getName())
                    .edit(now -> {
                        now.getSpec().getTemplate().getMetadata().setAnnotations(Map.of());
                        return now;
                    });
        });
    }

    /** Nobody is there to take its finalizer away. */
    private void remove(HasMetadata range) {
        client.resource(range).delete();
        Optional.ofNullable(client.resource(range).get())
                .ifPresent(left -> client.resource(range).edit(now -> {
                    now.getMetadata().setFinalizers(List.of());
                    return now;
                }));
    }

    /** A wait as long as a busy machine needs. */
    public static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    @Override
    public void close() {
        client.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                .withName("cluster")
                .delete();
        reset();
        workloads.close();
        replicas.forEach(Replica::close);
        made.stream()
                .filter(object -> !object.getKind().equals("Namespace"))
                .forEach(object -> client.resource(object).withGracePeriod(0).delete());
    }
}
