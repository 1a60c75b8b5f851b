package io.portafilter.network.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.Definition;
import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.Approval;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.DiscoveredStatus;
import io.portafilter.crds.status.SourceStatus;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.plan.LastWritten;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusOfTest {
    private static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");
    private static final Map<String, Object> UPSTREAM =
            Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53"))));
    private static final String HASH = "sha256:" + "0".repeat(64);
    private static final Map<String, Object> WATCHED = Map.of(
            "mode", "Enforce",
            "approval", Map.of("planHash", HASH),
            "rollout", Map.of("backupLimit", 3),
            "kubeProxy", Map.of("mode", "IPVS", "detectLocalMode", "NodeCIDR", "masqueradeAll", true));

    static List<String> exports() {
        return Exports.names();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void theProposedSpecAppliedBackPlansNothingAndKeepsModeAndApproval(String export) {
        Known known = Given.known(Exports.cluster(export), WATCHED);
        DiscoveredStatus discovered =
                Given.status(known, Given.well()).discovered().orElseThrow();

        Tree manifest = TreeReader.value(discovered.proposedSpec()).orElseThrow();
        RecordReader.Read<NetworkSetupSpec> spec =
                RecordReader.read(NetworkSetupSpec.class, manifest.at("spec").value(), "spec");

        assertThat(manifest.textOrEmpty("apiVersion")).isEqualTo("portafilter.io/v1alpha1");
        assertThat(manifest.textOrEmpty("kind")).isEqualTo(Definition.KIND);
        assertThat(manifest.textOrEmpty("metadata", "name")).isEqualTo("cluster");
        assertThat(spec.problems()).isEmpty();
        assertThat(SetupRules.broken(new NetworkSetup("cluster", spec.value()), Optional.empty()))
                .isEmpty();
        assertThat(spec.value().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(spec.value().approval()).isEqualTo(new Approval(Approval.Policy.MANUAL, Optional.of(HASH)));
        assertThat(spec.value().rollout().backupLimit()).isEqualTo(3);
        assertThat(Planner.plan(known.seen(), spec.value()).isEmpty()).isTrue();
    }

    @Test
    void theProposedSpecSaysWhatItLeavesAsItIsToo() {
        Known known = Given.known(FLANNEL, WATCHED);
        String proposed =
                Given.status(known, Given.well()).discovered().orElseThrow().proposedSpec();

        // kubectl apply leaves alone what a manifest does not mention
        assertThat(proposed)
                .contains(
                        "servers:\n      - /etc/resolv.conf",
                        "stubDomains: []",
                        "mode: IPTables",
                        "masqueradeAll: false");
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aStatusIsWrittenAndReadBackTheSame(String export) {
        NetworkSetupStatus status = Given.status(
                Given.known(Exports.cluster(export), Map.of("dns", Map.of("extraPlugins", "tempalte ANY A\n"))),
                Given.progress(
                        Optional.of(new ApplyingStatus(HASH, "Verify", "2030-05-01T11:59:00Z", "asks the replicas")),
                        Optional.of(applied(AppliedStatus.Outcome.ROLLED_BACK, HASH)),
                        Optional.of(new Note("WaitingForApproval", "nobody approved it"))));

        RecordReader.Read<NetworkSetupStatus> read =
                RecordReader.read(NetworkSetupStatus.class, RecordWriter.tree(status), "status");

        assertThat(read.problems()).isEmpty();
        assertThat(read.value()).isEqualTo(status);
    }

    @Test
    void whatWasDiscoveredNamesItsSources() {
        NetworkSetupStatus status = Given.status(Given.known(FLANNEL, Map.of()), Given.well());
        DiscoveredStatus discovered = status.discovered().orElseThrow();

        assertThat(status.observedGeneration()).contains(7);
        assertThat(status.platform()).hasValueSatisfying(platform -> {
            assertThat(platform.distribution()).isEqualTo("kubeadm");
            assertThat(platform.kubernetes()).contains("v1.33.4");
        });
        assertThat(discovered.podCidrs().values()).containsExactly("10.244.0.0/16");
        assertThat(discovered.podCidrs().sources())
                .contains(
                        new SourceStatus("ConfigMap kube-system/kubeadm-config networking.podSubnet", "10.244.0.0/16"));
        assertThat(discovered.podCidrs().moreSources()).isEmpty();
        assertThat(discovered.clusterDomain().value()).contains("cluster.local");
        assertThat(discovered.dnsServiceIp().value()).contains("10.96.0.10");
        assertThat(discovered.kubeProxyMode().value()).contains("iptables");
        assertThat(discovered.cni().provider()).isEqualTo("Flannel");
        assertThat(discovered.policyEngine()).isEqualTo("None");
        assertThat(status.capacity()).hasValueSatisfying(capacity -> {
            assertThat(capacity.nodes().max()).contains(256);
            assertThat(capacity.podsPerNode().max()).contains(253);
            assertThat(capacity.services().total()).isEqualTo(1_048_574);
            assertThat(capacity.services().used()).isPositive();
        });
    }

    @Test
    void whereNothingIsToBeDoneAllIsWell() {
        NetworkSetupStatus status = Given.status(Given.known(FLANNEL, Map.of()), Given.well());

        assertThat(status.conditions().stream().map(one -> Given.told(status, one.type()) + " " + one.type()))
                .containsExactly(
                        "True Accepted Accepted",
                        "True Ready Available",
                        "False AsWanted Progressing",
                        "False AsExpected Degraded",
                        "False None Conflicted",
                        "False AsWritten Drifted",
                        "True Ready DNSReady",
                        "True Ready KubeProxyReady",
                        "True Ready CNIReady");
        assertThat(status.plan())
                .hasValueSatisfying(plan -> assertThat(plan.count()).isZero());
        assertThat(status.errors()).contains(0);
    }

    @Test
    void aPlanShowsWhatRiskAndDifference() {
        Known known = Given.known(FLANNEL, UPSTREAM);
        NetworkSetupStatus status = Given.status(known, Given.well());

        assertThat(status.plan().orElseThrow().hash())
                .isEqualTo(known.plan().map(Plan::hash).orElseThrow());
        assertThat(status.plan().orElseThrow().changes()).singleElement().satisfies(change -> {
            assertThat(change.seq()).isEqualTo(1);
            assertThat(change.object()).isEqualTo("ConfigMap kube-system/coredns");
            assertThat(change.field()).isEqualTo("Corefile");
            assertThat(change.risk()).isEqualTo("Reload");
            assertThat(change.feasibility()).isEqualTo("Apply");
            assertThat(change.drift()).isEqualTo("First");
            assertThat(change.diff()).contains("-    forward . /etc/resolv.conf", "+    forward . 10.20.0.53");
        });
        assertThat(Given.told(status, "Progressing")).isEqualTo("False Planned");
        assertThat(Given.condition(status, "Progressing").message())
                .isEqualTo("1 change is planned; spec.mode: Observe makes none");
    }

    @Test
    void whatIsNotAcceptedHasNoPlan() {
        Known good = Given.known(FLANNEL, Map.of());
        Known bad = new Known(
                8, good.spec(), List.of("spec.mode: \"Now\"", "another"), good.seen(), List.of(), Optional.empty());
        NetworkSetupStatus status = Given.status(bad, Given.well());

        assertThat(Given.told(status, "Accepted")).isEqualTo("False Invalid");
        assertThat(Given.condition(status, "Accepted").message()).isEqualTo("spec.mode: \"Now\" (and 1 more)");
        assertThat(Given.told(status, "Progressing")).isEqualTo("False NoPlan");
        assertThat(status.plan()).isEmpty();
    }

    @Test
    void aRefusalIsToldAndNotPlanned() {
        NetworkSetupStatus status = Given.status(
                Given.known(FLANNEL, Map.of("dns", Map.of("extraPlugins", "tempalte ANY A\n"))), Given.well());

        assertThat(status.refusals()).singleElement().asString().contains("tempalte");
        assertThat(Given.told(status, "Accepted")).isEqualTo("False Refused");
    }

    @Test
    void aConflictThatBreaksSomethingIsTold() {
        ClusterObject coredns = FLANNEL.configMap("kube-system", "coredns").orElseThrow();
        Cluster broken = ClusterEdit.withData(FLANNEL, coredns, "Corefile", ".:53 {\n  tempalte ANY A\n}\n");
        NetworkSetupStatus status = Given.status(Given.known(broken, Map.of()), Given.well());

        assertThat(Given.told(status, "Conflicted")).isEqualTo("True Errors");
        assertThat(Given.condition(status, "Conflicted").message()).contains("CorefileInvalid", "tempalte");
        assertThat(status.errors())
                .hasValueSatisfying(errors -> assertThat(errors).isPositive());
        assertThat(status.conflicts().getFirst().severity()).isEqualTo("Error");
    }

    @Test
    void whatSomebodyElseChangedIsDrift() {
        Known planned = Given.known(FLANNEL, UPSTREAM);
        String wanted = planned.plan().orElseThrow().changes().getFirst().wanted();
        Cluster changed = ClusterEdit.with(
                FLANNEL,
                FLANNEL.configMap("kube-system", "coredns").orElseThrow(),
                List.of("metadata", "annotations", LastWritten.ANNOTATION),
                LastWritten.of(wanted, wanted).annotation(Optional.empty(), "Corefile"));
        NetworkSetupStatus status = Given.status(
                Given.known(changed, UPSTREAM),
                Given.progress(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Note("LeftAlone", "it was restored three times within an hour")));

        assertThat(Given.told(status, "Drifted")).isEqualTo("True SomebodyElse");
        assertThat(Given.condition(status, "Drifted").message()).contains("ConfigMap kube-system/coredns Corefile");
        assertThat(Given.told(status, "Degraded")).isEqualTo("True LeftAlone");
    }

    @Test
    void whatIsBeingDoneAndHowItEndedAreTold() {
        Known known = Given.known(FLANNEL, UPSTREAM);
        String hash = known.plan().map(Plan::hash).orElseThrow();
        NetworkSetupStatus applying = Given.status(
                known,
                Given.progress(
                        Optional.of(new ApplyingStatus(hash, "Verify", "2030-05-01T11:59:00Z", "asks the replicas")),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(Given.told(applying, "Progressing")).isEqualTo("True Applying");

        assertThat(degraded(known, AppliedStatus.Outcome.ROLLED_BACK, hash)).isEqualTo("True RolledBack");
        assertThat(degraded(known, AppliedStatus.Outcome.ROLLED_BACK, HASH)).isEqualTo("False AsExpected");
        assertThat(degraded(known, AppliedStatus.Outcome.FAILED, HASH)).isEqualTo("True Failed");
        assertThat(degraded(known, AppliedStatus.Outcome.APPLIED, hash)).isEqualTo("False AsExpected");
    }

    @Test
    void anEqualStatusIsMadeAsLongAsNothingChanges() {
        Known known = Given.known(FLANNEL, UPSTREAM);
        NetworkSetupStatus first = Given.status(known, Given.well());
        StatusOf.Made later = StatusOf.of(
                Given.known(FLANNEL, UPSTREAM),
                Given.well(),
                Optional.of(first),
                Given.DAMPING,
                Given.NOON.plus(Duration.ofHours(3)));

        assertThat(later.status()).isEqualTo(first);
        assertThat(later.damping().dueAt()).isEmpty();
    }

    @Test
    void onlyAConditionThatChangedGetsANewTime() {
        NetworkSetupStatus first = Given.status(Given.known(FLANNEL, Map.of()), Given.well());
        Progress troubled = Given.progress(
                Optional.empty(), Optional.empty(), Optional.empty(), new Note("Forbidden", "a right is missing"));
        NetworkSetupStatus later = StatusOf.of(
                        Given.known(FLANNEL, Map.of()),
                        troubled,
                        Optional.of(first),
                        Given.DAMPING,
                        Given.NOON.plusMillis(5_300))
                .status();

        assertThat(later.conditions())
                .filteredOn(condition -> condition.lastTransitionTime().equals("2030-05-01T12:00:05Z"))
                .extracting(Condition::type)
                .containsExactly("Degraded");
        assertThat(later.conditions())
                .filteredOn(condition -> condition.lastTransitionTime().equals("2030-05-01T12:00:00Z"))
                .hasSize(8);
    }

    private static String degraded(Known known, AppliedStatus.Outcome outcome, String hash) {
        return Given.told(
                Given.status(
                        known, Given.progress(Optional.empty(), Optional.of(applied(outcome, hash)), Optional.empty())),
                "Degraded");
    }

    private static AppliedStatus applied(AppliedStatus.Outcome outcome, String hash) {
        return new AppliedStatus(
                hash,
                "2030-05-01T11:00:00Z",
                outcome,
                "portafilter-system/portafilter-network-backup-000001",
                Optional.of("a replica did not answer"));
    }
}
