package io.portafilter.network.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Drift;
import io.portafilter.network.plan.Feasibility;
import io.portafilter.network.plan.MarkedCorefile;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Risk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void theStepsAreThePlansChangesInItsOrderAndWhatAPersonDoesIsNone() {
        Planned planned = Planned.of(Map.of(
                "pods", Map.of("cidrs", List.of("10.244.0.0/15")),
                "services",
                        Map.of(
                                "cidrs", List.of("10.96.0.0/12"),
                                "additional", List.of(Map.of("name", "more", "cidrs", List.of("10.112.0.0/16")))),
                "dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53")))));

        assertThat(planned.plan().refusals()).isEmpty();
        assertThat(planned.plan().changes()).anyMatch(change -> change.feasibility() == Feasibility.MANUAL);
        assertThat(planned.steps())
                .extracting(Step::object)
                .isEqualTo(planned.plan().changes().stream()
                        .filter(change -> change.feasibility() == Feasibility.APPLY)
                        .map(Change::object)
                        .toList());
        assertThat(planned.steps())
                .extracting(step -> step.getClass().getSimpleName() + " " + step.object())
                .contains(
                        "Corefile ConfigMap kube-system/coredns",
                        "Text ConfigMap kube-flannel/kube-flannel-cfg",
                        "Restart DaemonSet kube-flannel/kube-flannel-ds",
                        "Range ServiceCIDR more")
                .noneMatch(step -> step.contains(" Pod "));
    }

    @Test
    void aStepHoldsWhatStandsThereAndWhatIsToStandThere() {
        Planned planned = Planned.of(Map.of("pods", Map.of("cidrs", List.of("10.244.0.0/15"))));

        assertThat(planned.steps()).zipSatisfy(Steps.applicable(planned.plan()), (step, change) -> {
            assertThat(step.before()).isEqualTo(change.live());
            assertThat(step.after()).isEqualTo(change.wanted());
        });
    }

    @Test
    void theCorefileIsWrittenWithTheMarkOfItsPlan() {
        Planned planned = Planned.of(Planned.upstream("10.20.0.53"));
        Change change = planned.plan().changes().getFirst();

        assertThat(planned.steps()).singleElement().isInstanceOfSatisfying(Step.Corefile.class, step -> {
            assertThat(step.key()).isEqualTo("Corefile");
            assertThat(step.before()).isEqualTo(change.live());
            assertThat(Mark.strip(step.after())).isEqualTo(change.wanted());
            assertThat(Mark.answerOf(step.after()))
                    .contains("portafilter-" + planned.plan().hash().substring(7, 19));
            assertThat(step.after()).startsWith(Mark.HEADER + planned.plan().hash());
        });
    }

    @Test
    void onceTheMarkedCorefileStandsThereNothingIsPlanned() {
        Planned planned = Planned.of(Planned.upstream("10.20.0.53"));
        ClusterObject coredns =
                Planned.FLANNEL.configMap("kube-system", "coredns").orElseThrow();
        Cluster applied = ClusterEdit.withData(
                Planned.FLANNEL, coredns, "Corefile", planned.steps().getFirst().after());

        assertThat(Planned.of(applied, Planned.upstream("10.20.0.53")).plan().changes())
                .isEmpty();
        assertThat(Planned.of(applied, Map.of()).plan().changes()).isEmpty();
    }

    @Test
    void aCorefileThatIsRefusedCannotBeMarked() {
        Planned planned = Planned.of(Map.of("dns", Map.of("extraPlugins", "tempalte ANY AAAA\n")));

        assertThatThrownBy(() -> MarkedCorefile.of(
                        planned.seen(), planned.spec(), planned.plan().hash()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void whatNobodyKnowsHowToWriteIsNoStep() {
        Change change = new Change(
                new ObjectId("Secret", "a", "b"),
                "data",
                "",
                "x",
                Risk.NONE,
                Feasibility.APPLY,
                Drift.FIRST,
                "",
                "",
                "",
                List.of());
        Planned planned = Planned.of(Map.of());
        Plan plan = new Plan(List.of(change), List.of(), "sha256:" + "0".repeat(64));

        assertThatThrownBy(() -> Steps.of(plan, planned.seen(), planned.spec()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Secret a/b");
    }
}
