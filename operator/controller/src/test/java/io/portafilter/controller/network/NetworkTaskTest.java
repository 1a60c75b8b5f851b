package io.portafilter.controller.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.network.standin.KubeadmCluster;
import io.portafilter.controller.network.standin.Replica;
import io.portafilter.crds.status.AppliedStatus.Outcome;
import io.portafilter.network.corefile.render.Mark;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The leader and a NetworkSetup, on a real API server; servers of DNS and roll-outs are stand-ins. */
@Tag("api-server")
class NetworkTaskTest {
    private static final String SETUP = """
            mode: %s
            pods: {cidrs: [10.244.0.0/16]}
            services: {cidrs: [10.0.0.0/24]}
            rollout: {probeTimeoutSeconds: 10}
            """;
    private static final String UPSTREAM = "dns: {upstreams: {servers: [10.20.0.53]}}\n";
    private static final String ENFORCE = SETUP.formatted("Enforce");

    private final ApiServer api = ApiServer.shared();
    private final KubernetesClient client = api.client();
    private final KubeadmCluster cluster = KubeadmCluster.on(api);
    private final Operators operators = new Operators(client, api.config(), cluster);

    @AfterEach
    void end() {
        operators.close();
        cluster.close();
    }

    private static ConditionFactory patiently() {
        return KubeadmCluster.patiently();
    }

    private String corefile() {
        return cluster.data("kube-system", "coredns", "Corefile");
    }

    private void planned() {
        patiently()
                .untilAsserted(() -> assertThat(operators.status().plan())
                        .hasValueSatisfying(plan -> assertThat(plan.count()).isPositive()));
    }

    private void applied(Outcome outcome) {
        patiently()
                .untilAsserted(() -> assertThat(operators.status().applied())
                        .hasValueSatisfying(last -> assertThat(last.outcome()).isEqualTo(outcome)));
    }

    @Test
    void whoObservesWritesNothingButItsStatus() {
        operators.start(true);
        operators.apply(SETUP.formatted("Observe") + UPSTREAM);

        planned();
        patiently()
                .untilAsserted(() -> assertThat(operators.condition("DNSReady")).startsWith("True Answering: 2 of 2"));
        cluster.edit("kube-system", "coredns", "Corefile", "broken {");
        patiently()
                .untilAsserted(
                        () -> assertThat(operators.condition("Conflicted")).startsWith("True Errors: CorefileInvalid"));

        assertThat(operators.writes())
                .isNotEmpty()
                .allMatch(write -> write.equals("PATCH /apis/portafilter.io/v1alpha1/networksetups/cluster/status"));
        assertThat(corefile()).isEqualTo("broken {");
    }

    @Test
    void whatTheClusterProposesForItselfChangesNothing() {
        operators.start(true);
        operators.apply(SETUP.formatted("Observe") + UPSTREAM);
        planned();

        api.apply("default", operators.status().discovered().orElseThrow().proposedSpec());

        patiently()
                .untilAsserted(() -> assertThat(operators.status().plan())
                        .hasValueSatisfying(plan -> assertThat(plan.count()).isZero()));
        assertThat(operators.condition("Accepted")).startsWith("True");
    }

    @Test
    void anApprovedPlanIsWrittenAndProvenAtEachReplica() {
        String before = corefile();
        operators.start(true);
        operators.apply(ENFORCE + UPSTREAM);
        planned();
        assertThat(operators.condition("Progressing")).startsWith("False NotApproved");
        assertThat(corefile()).isEqualTo(before);

        cluster.dns().get(1).hold();
        operators.approve();

        patiently()
                .untilAsserted(() -> assertThat(operators.condition("Progressing"))
                        .startsWith("True Applying: 1 of 2 replicas of the DNS have loaded it"));
        cluster.dns().get(1).follow();
        applied(Outcome.APPLIED);
        assertThat(corefile()).contains("forward . 10.20.0.53 {");
        assertThat(Mark.answerOf(corefile()))
                .contains("portafilter-"
                        + operators.status().applied().orElseThrow().hash().substring(7, 19));
        assertThat(cluster.backups()).singleElement().satisfies(backup -> {
            assertThat(backup.getImmutable()).isTrue();
            assertThat(backup.getData()).containsEntry("1.before", before).containsEntry("1.after", corefile());
        });
        patiently()
                .untilAsserted(() -> assertThat(operators.status().plan())
                        .hasValueSatisfying(plan -> assertThat(plan.count()).isZero()));
        assertThat(operators.status().dns().orElseThrow().replicas().current()).isEqualTo(2);
        patiently().untilAsserted(() -> assertThat(events()).contains("NotApproved", "Applying", "Applied"));
        assertThat(operators
                        .meters()
                        .get("portafilter_network_applies")
                        .tag("outcome", "Applied")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private List<String> events() {
        return client.v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("NetworkSetup"))
                .map(Event::getReason)
                .toList();
    }

    @Test
    void whatNoReplicaLoadsIsTakenBackAndNotTriedAgain() {
        String before = corefile();
        cluster.dns().forEach(Replica::hold);
        operators.start(true);
        operators.apply(ENFORCE + UPSTREAM);
        planned();
        operators.approve();

        applied(Outcome.ROLLED_BACK);
        assertThat(corefile()).isEqualTo(before);
        patiently()
                .untilAsserted(() -> assertThat(operators.condition("Progressing"))
                        .startsWith("False FailedBefore: the same plan failed: 0 of 2 replicas"));
        assertThat(operators.condition("Degraded")).startsWith("True RolledBack");

        cluster.dns().forEach(Replica::follow);
        operators.apply(ENFORCE + UPSTREAM + "reservedCIDRs: [{name: lan, cidr: 192.168.0.0/24}]\n");
        applied(Outcome.APPLIED);
    }

    @Test
    void aPlanThatHasChangedSinceItsApprovalIsNotCarriedOut() {
        operators.start(false);
        operators.apply(ENFORCE + UPSTREAM);
        planned();
        operators.approve();
        patiently()
                .untilAsserted(
                        () -> assertThat(operators.condition("Progressing")).startsWith("False ReadOnly"));
        operators.stop();
        String edited = corefile().replace("ttl 30", "ttl 5");
        cluster.edit("kube-system", "coredns", "Corefile", edited);

        operators.start(true);

        patiently()
                .untilAsserted(() -> assertThat(operators.condition("Progressing"))
                        .startsWith("False ApprovalOutdated: approved is sha256:"));
        assertThat(corefile()).isEqualTo(edited);
        assertThat(cluster.backups()).isEmpty();
    }

    @Test
    void whatSomebodyElseBreaksIsTakenBackThreeTimesAnHourAndThenLeft() {
        operators.start(true);
        operators.apply(ENFORCE + UPSTREAM);
        planned();
        operators.approve();
        applied(Outcome.APPLIED);

        for (int time = 1; time <= 3; time++) {
            String broken = corefile().replace("10.20.0.53", "10.20.0.6" + time);
            cluster.edit("kube-system", "coredns", "Corefile", broken);
            patiently().untilAsserted(() -> assertThat(corefile()).contains("10.20.0.53"));
            applied(Outcome.APPLIED);
        }
        String last = corefile().replace("10.20.0.53", "10.20.0.64");
        cluster.edit("kube-system", "coredns", "Corefile", last);

        patiently()
                .untilAsserted(
                        () -> assertThat(operators.condition("Progressing")).startsWith("False RestoredTooOften"));
        assertThat(operators.condition("Drifted")).startsWith("True SomebodyElse");
        assertThat(operators.condition("Degraded")).startsWith("True RestoredTooOften");
        assertThat(corefile()).isEqualTo(last);
        assertThat(operators
                        .meters()
                        .get("portafilter_network_restorations")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void anotherRangeOfPodsInFlannelIsAConflictAndThePlanMendsIt() {
        operators.start(true);
        operators.apply(ENFORCE + "cni: {provider: Flannel}\ndns: {management: Unmanaged}\n");
        planned();
        assertThat(operators.condition("Conflicted")).startsWith("True Errors: PodCIDRSourcesDisagree");

        operators.approve();

        applied(Outcome.APPLIED);
        assertThat(cluster.data("kube-flannel", "kube-flannel-cfg", "net-conf.json"))
                .contains("\"Network\": \"10.244.0.0/16\"");
        assertThat(cluster.restarted("kube-flannel", "kube-flannel-ds")).startsWith("sha256:");
        patiently()
                .untilAsserted(
                        () -> assertThat(operators.condition("Conflicted")).startsWith("False"));
    }

    @Test
    void aRollOutThatFailsIsTakenBack() {
        String before = cluster.data("kube-flannel", "kube-flannel-cfg", "net-conf.json");
        cluster.workloads().fail("kube-flannel-ds");
        operators.start(true);
        operators.apply(ENFORCE + "cni: {provider: Flannel}\ndns: {management: Unmanaged}\n");
        planned();
        operators.approve();

        applied(Outcome.ROLLED_BACK);
        assertThat(cluster.data("kube-flannel", "kube-flannel-cfg", "net-conf.json"))
                .isEqualTo(before);
        assertThat(cluster.restarted("kube-flannel", "kube-flannel-ds")).isEmpty();
        assertThat(operators.condition("Degraded")).contains("kube-flannel-ds: 1 of 1 pods are new, 0 are available");
    }

    @Test
    void whatWasBegunComesToItsEndAlsoWhenTheNetworkSetupIsDeleted() {
        cluster.dns().get(0).hold();
        operators.start(true);
        operators.apply(ENFORCE + UPSTREAM);
        planned();
        operators.approve();
        patiently()
                .untilAsserted(
                        () -> assertThat(operators.condition("Progressing")).startsWith("True Applying"));

        client.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                .withName("cluster")
                .delete();
        cluster.dns().get(0).follow();

        patiently()
                .untilAsserted(
                        () -> assertThat(cluster.data(cluster.namespace(), "portafilter-network-journal", "journal"))
                                .contains("\"Applied\""));
        assertThat(corefile()).contains("10.20.0.53");
    }

    @Test
    void automaticPlansNeedAClusterWithoutErrors() {
        operators.start(true);
        String automatic = ENFORCE + UPSTREAM + "approval: {policy: Automatic}\n";
        operators.apply(automatic);
        patiently()
                .untilAsserted(() -> assertThat(operators.condition("Progressing"))
                        .startsWith("False Errors: after the plan there would still be PodCIDRSourcesDisagree"));

        cluster.edit(
                "kube-flannel",
                "kube-flannel-cfg",
                "net-conf.json",
                cluster.data("kube-flannel", "kube-flannel-cfg", "net-conf.json")
                        .replace("10.224", "10.244"));

        applied(Outcome.APPLIED);
        assertThat(corefile()).contains("10.20.0.53");
    }
}
