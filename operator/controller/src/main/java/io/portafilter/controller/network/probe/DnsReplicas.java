package io.portafilter.controller.network.probe;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.observe.Observation;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The servers behind the DNS Service, each asked by itself. */
public final class DnsReplicas {
    private static final int USUAL_PORT = 53;

    private final KubernetesClient client;

    /** Replicas that are found through this client. */
    public DnsReplicas(KubernetesClient client) {
        this.client = client;
    }

    /**
     * How far the replicas are.
     *
     * @param total those that run or are about to
     * @param current those that have loaded what is asked for
     * @param waiting the first one that has not, and what it says; empty where all have
     */
    public record State(int total, int current, String waiting) {
        /** As a proof. */
        public Proof proof() {
            return total > 0 && current == total
                    ? new Proof.Proven()
                    : new Proof.Pending(current + " of " + total + " replicas of the DNS have loaded it"
                            + (waiting.isEmpty() ? "" : "; " + waiting));
        }
    }

    /** Asks each replica whether it has loaded the Corefile whose mark this is. */
    public State loaded(Observation seen, String answer) {
        return count(
                seen,
                server -> DnsQuestion.version(server)
                        .map(said -> said.equals(answer) ? "" : "answers " + said)
                        .orElse("does not answer"));
    }

    /** Asks each replica for a name; whoever answers anything but a failure is current. */
    public State answering(Observation seen, String name) {
        return count(
                seen,
                server -> DnsQuestion.code(server, name)
                        .map(code -> code.equals("NOERROR") || code.equals("NXDOMAIN")
                                ? ""
                                : "answers " + code + " to " + name)
                        .orElse("does not answer"));
    }

    private interface Asking {
        /** What is wrong with a server; empty for nothing. */
        String problem(InetSocketAddress server);
    }

    private State count(Observation seen, Asking asking) {
        Optional<ClusterObject> service =
                seen.dns().service().flatMap(id -> seen.cluster().get(id.kind(), id.namespace(), id.name()));
        if (service.isEmpty()) {
            return new State(0, 0, "there is no Service of the DNS");
        }
        List<Pod> pods = pods(service.get());
        List<String> problems =
                problems(pods, asking).stream().filter(text -> !text.isEmpty()).toList();
        return new State(
                pods.size(),
                pods.size() - problems.size(),
                problems.stream().findFirst().orElse(""));
    }

    /** All are asked at once: one that is silent holds up nobody else's answer. */
    private static List<String> problems(List<Pod> pods, Asking asking) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return pods.stream()
                    .map(pod -> CompletableFuture.supplyAsync(() -> problem(pod, asking), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** Those that count: not ending, and given a node. */
    private List<Pod> pods(ClusterObject service) {
        Map<String, String> selector = service.tree().textMap("spec", "selector");
        return client.pods().inNamespace(service.id().namespace()).withLabels(selector).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> pod.getSpec().getNodeName() != null)
                .filter(pod ->
                        !List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase()))
                .toList();
    }

    private static String problem(Pod pod, Asking asking) {
        String name = "Pod " + pod.getMetadata().getNamespace() + "/"
                + pod.getMetadata().getName() + " ";
        return Optional.ofNullable(pod.getStatus().getPodIP())
                .map(address -> asking.problem(new InetSocketAddress(address, port(pod))))
                .map(problem -> problem.isEmpty() ? "" : name + problem)
                .orElse(name + "has no address yet");
    }

    private static int port(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> Objects.equals(port.getName(), "dns"))
                .map(port -> port.getContainerPort())
                .findFirst()
                .orElse(USUAL_PORT);
    }
}
