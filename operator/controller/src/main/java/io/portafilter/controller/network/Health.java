package io.portafilter.controller.network;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.network.probe.DnsReplicas;
import io.portafilter.controller.network.probe.Proof;
import io.portafilter.controller.network.probe.Rollouts;
import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.status.DnsStatus;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import io.portafilter.network.status.Verdict;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How DNS, kube-proxy and the network are, asked a moment ago.
 *
 * @param dns which Corefile is served
 * @param dnsReady whether every replica of the DNS answers, with the Corefile that it should have
 * @param kubeProxyReady whether kube-proxy runs everywhere
 * @param cniReady whether the network's daemons run everywhere
 */
record Health(Optional<DnsStatus> dns, Verdict dnsReady, Verdict kubeProxyReady, Verdict cniReady) {
    /** Asks them. */
    static Health of(KubernetesClient client, Observation seen) {
        DnsReplicas replicas = new DnsReplicas(client);
        Optional<String> answer = Stream.concat(seen.dns().corefile().stream(), seen.dns().files().values().stream())
                .flatMap(text -> Mark.answerOf(text).stream())
                .findFirst();
        DnsReplicas.State state = seen.dns().service().isEmpty()
                ? new DnsReplicas.State(0, 0, "there is no Service of the DNS")
                : answer.map(mark -> replicas.loaded(seen, mark))
                        .orElseGet(() -> replicas.answering(seen, "kubernetes.default.svc." + domain(seen)));
        return new Health(
                Optional.of(new DnsStatus(answer, new DnsStatus.Replicas(state.total(), state.current()))),
                dnsReady(state),
                seen.proxy()
                        .workload()
                        .map(workload -> ready(seen, workload))
                        .orElse(Verdict.yes("NotManaged", "there is no DaemonSet of kube-proxy here")),
                cni(seen));
    }

    private static Verdict dnsReady(DnsReplicas.State state) {
        String count = state.current() + " of " + state.total() + " replicas answer";
        return state.total() > 0 && state.current() == state.total()
                ? Verdict.yes("Answering", count)
                : Verdict.no("NotAnswering", count + (state.waiting().isEmpty() ? "" : "; " + state.waiting()));
    }

    private static Verdict cni(Observation seen) {
        Optional<ObjectId> daemon = seen.cni().evidence().stream()
                .filter(object -> object.kind().equals("DaemonSet"))
                .findFirst();
        return seen.cni().provider() == Provider.EXTERNAL || daemon.isEmpty()
                ? Verdict.yes("NotManaged", "the network is not one whose daemons we know")
                : ready(seen, daemon.get());
    }

    private static Verdict ready(Observation seen, ObjectId workload) {
        return switch (Rollouts.of(
                workload, seen.cluster().get(workload.kind(), workload.namespace(), workload.name()))) {
            case Proof.Proven() -> Verdict.yes("Running", workload + " runs everywhere");
            case Proof.Pending(String state) -> Verdict.no("NotRunning", state);
        };
    }

    private static String domain(Observation seen) {
        return seen.about(Topic.CLUSTER_DOMAIN).stream()
                .map(Reading::value)
                .findFirst()
                .orElse("cluster.local");
    }
}
