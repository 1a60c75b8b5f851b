package io.portafilter.network.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.ConflictKind;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.RangePlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final ClusterObject COREDNS =
            Planned.FLANNEL.configMap("kube-system", "coredns").orElseThrow();
    private static final ClusterObject FLANNEL_CONFIG =
            Planned.FLANNEL.configMap("kube-flannel", "kube-flannel-cfg").orElseThrow();

    @Test
    void aHealthyClusterStaysHealthyAfterAHarmlessPlan() {
        Planned planned = Planned.of(Planned.upstream("10.20.0.53"));

        assertThat(planned.plan().changes()).isNotEmpty();
        assertThat(planned.outlook()).isEqualTo(new Outlook(List.of(), List.of()));
    }

    @Test
    void withoutAChangeItIsAsItIsNow() {
        Planned planned = Planned.of(twice(), Map.of());

        assertThat(planned.plan().changes()).isEmpty();
        assertThat(planned.outlook().errors()).isEqualTo(planned.conflicts()).isNotEmpty();
        assertThat(planned.outlook().added()).isEmpty();
    }

    @Test
    void aPlanThatMendsAConflictLeavesNoError() {
        Planned planned = Planned.of(foreignFlannel(), Map.of("cni", Map.of("provider", "Flannel")));

        assertThat(kinds(planned.conflicts())).containsExactly(ConflictKind.POD_CIDR_SOURCES_DISAGREE);
        assertThat(planned.plan().changes()).extracting(Change::object).contains(FLANNEL_CONFIG.id());
        assertThat(planned.outlook()).isEqualTo(new Outlook(List.of(), List.of()));
    }

    @Test
    void anErrorThatAPlanDoesNotTouchRemainsAndIsNotItsFault() {
        Planned planned = Planned.of(twice(), Planned.upstream("10.20.0.53"));

        assertThat(planned.plan().changes()).isNotEmpty();
        assertThat(kinds(planned.outlook().errors())).contains(ConflictKind.NODE_POD_CIDR_DUPLICATE);
        assertThat(planned.outlook().added()).isEmpty();
    }

    @Test
    void aForwardToTheDnsServicesOwnAddressWouldBeAnError() {
        assertThat(kinds(after("forward . /etc/resolv.conf", "forward . 10.96.0.10")
                        .added()))
                .containsExactly(ConflictKind.DNS_LOOP_RISK);
    }

    @Test
    void aStubDomainThatHijacksTheClustersNamesWouldBeAnError() {
        String corefile = COREDNS.data("Corefile").orElseThrow();

        assertThat(kinds(outlook(corefile + "svc.cluster.local:53 {\n    forward . 10.20.0.53\n}\n")
                        .added()))
                .containsExactly(ConflictKind.STUB_HIJACK);
    }

    @Test
    void aCorefileThatDoesNotLoadWouldBeAnError() {
        assertThat(kinds(after("loadbalance", "laodbalance").added())).containsExactly(ConflictKind.COREFILE_INVALID);
    }

    @Test
    void aRangeThatComesAndOverlapsPodsWouldBeAnErrorOfThePlan() {
        Planned planned = Planned.of(ranges(List.of(Map.of("name", "more", "cidrs", List.of("10.244.0.0/20")))));

        assertThat(planned.plan().changes())
                .extracting(Change::object)
                .contains(new ObjectId("ServiceCIDR", "", "more"));
        assertThat(kinds(planned.outlook().errors())).contains(ConflictKind.CIDR_OVERLAP);
    }

    @Test
    void aRangeThatGoesLeavesNothingBehindThatCannotBeRead() {
        ClusterObject ours = new ClusterObject(
                new ObjectId("ServiceCIDR", "", "more"),
                new Tree(Map.of(
                        "metadata",
                        Map.of("name", "more", "labels", Map.of(RangePlan.OWNER, RangePlan.OURS)),
                        "spec",
                        Map.of("cidrs", List.of("10.112.0.0/20")))));
        Planned planned = Planned.of(ClusterEdit.plus(Planned.FLANNEL, ours), ranges(List.of()));

        assertThat(planned.plan().changes()).extracting(Change::object).containsExactly(ours.id());
        assertThat(planned.outlook()).isEqualTo(new Outlook(List.of(), List.of()));
    }

    private static Outlook after(String old, String replacement) {
        String corefile = COREDNS.data("Corefile").orElseThrow();
        assertThat(corefile).contains(old);
        return outlook(corefile.replace(old, replacement));
    }

    /** Of a plan that writes this Corefile, whatever the planner would say of it. */
    private static Outlook outlook(String corefile) {
        Planned planned = Planned.of(Planned.upstream("10.20.0.53"));
        Change change = planned.plan().changes().getFirst();
        Change other = new Change(
                change.object(),
                change.field(),
                change.live(),
                corefile,
                change.risk(),
                change.feasibility(),
                change.drift(),
                change.precondition(),
                change.verification(),
                change.rollback(),
                change.steps());
        return Outlook.of(
                planned.seen(),
                planned.spec(),
                new Plan(List.of(other), List.of(), planned.plan().hash()),
                planned.conflicts());
    }

    /** Two nodes with one range. */
    private static Cluster twice() {
        return ClusterEdit.with(
                Planned.FLANNEL,
                Planned.FLANNEL.get("Node", "", "w2").orElseThrow(),
                List.of("spec", "podCIDRs"),
                List.of("10.244.1.0/24"));
    }

    private static Cluster foreignFlannel() {
        return ClusterEdit.withData(
                Planned.FLANNEL,
                FLANNEL_CONFIG,
                "net-conf.json",
                FLANNEL_CONFIG.data("net-conf.json").orElseThrow().replace("10.244.0.0/16", "10.224.0.0/16"));
    }

    private static Map<String, Object> ranges(List<Object> additional) {
        return Map.of("services", Map.of("cidrs", List.of("10.96.0.0/12"), "additional", additional));
    }

    private static List<ConflictKind> kinds(List<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::kind).toList();
    }
}
