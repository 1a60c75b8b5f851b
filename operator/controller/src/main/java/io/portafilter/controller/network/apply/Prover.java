package io.portafilter.controller.network.apply;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.network.probe.DnsReplicas;
import io.portafilter.controller.network.probe.Proof;
import io.portafilter.controller.network.probe.Rollouts;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import io.portafilter.network.rollout.Step;
import java.util.Optional;

/** Proves that a step, or the way back from it, is in effect. */
final class Prover {
    private final LiveObjects objects;
    private final DnsReplicas dns;

    Prover(KubernetesClient client, LiveObjects objects) {
        this.objects = objects;
        this.dns = new DnsReplicas(client);
    }

    /** Whether what stands after a step is in effect. */
    Proof applied(Step step, Observation seen) {
        return switch (step) {
            case Step.Corefile corefile -> corefile(corefile.after(), seen);
            case Step.Text text -> imported(text.after(), seen);
            case Step.Restart restart -> Rollouts.of(restart.object(), objects.workload(restart));
            case Step.Range range -> range(range);
        };
    }

    /** Whether what stood before a step is in effect again. */
    Proof returned(Step step, Observation seen) {
        return switch (step) {
            case Step.Corefile corefile -> corefile(corefile.before(), seen);
            case Step.Restart restart -> Rollouts.of(restart.object(), objects.workload(restart));
            case Step.Text text -> imported(text.before(), seen);
            case Step.Range _ -> new Proof.Proven();
        };
    }

    /** A Corefile without a mark of ours is only seen to answer. */
    private Proof corefile(String text, Observation seen) {
        Optional<String> answer = Mark.answerOf(text);
        Proof loaded = answer.map(mark -> dns.loaded(seen, mark).proof()).orElse(new Proof.Proven());
        return switch (loaded) {
            case Proof.Pending _ -> loaded;
            case Proof.Proven _ -> dns.answering(seen, knownName(seen)).proof();
        };
    }

    /** A text that a Corefile imports has a mark of ours; others are in effect when they stand there. */
    private Proof imported(String text, Observation seen) {
        return Mark.answerOf(text).isPresent() ? corefile(text, seen) : new Proof.Proven();
    }

    private static String knownName(Observation seen) {
        return "kubernetes.default.svc."
                + seen.about(Topic.CLUSTER_DOMAIN).stream()
                        .map(Reading::value)
                        .findFirst()
                        .orElse("cluster.local");
    }

    private Proof range(Step.Range range) {
        return range.after().isEmpty() || objects.isReady(range)
                ? new Proof.Proven()
                : new Proof.Pending(range.object() + " is not Ready");
    }
}
