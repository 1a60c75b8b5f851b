package io.portafilter.network.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final Cluster FLANNEL = Exports.cluster("kubeadm-flannel");

    @Test
    void anUpstreamIsOneChangeOfTheCorefile() {
        Plan plan = plan(FLANNEL, Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53")))));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.object()).hasToString("ConfigMap kube-system/coredns");
            assertThat(change.wanted()).contains("forward . 10.20.0.53 {");
            assertThat(change.risk()).isEqualTo(Risk.RELOAD);
            assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
            assertThat(change.drift()).isEqualTo(Drift.FIRST);
        });
    }

    @Test
    void theHashIsThatOfWhatWouldBeWritten() {
        Map<String, Object> wish = Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53"))));
        Map<String, Object> other = Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.54"))));

        assertThat(plan(FLANNEL, wish).hash())
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(plan(FLANNEL, wish).hash());
        assertThat(plan(FLANNEL, other).hash()).isNotEqualTo(plan(FLANNEL, wish).hash());
        assertThat(plan(FLANNEL, Map.of("mode", "Plan")).hash())
                .isEqualTo(plan(FLANNEL, Map.of()).hash());
    }

    @Test
    void threeSidesAreCompared() {
        Map<String, Object> wish = Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53"))));
        ClusterObject coredns = FLANNEL.configMap("kube-system", "coredns").orElseThrow();
        String live = coredns.data("Corefile").orElseThrow();
        String wanted = plan(FLANNEL, wish).changes().getFirst().wanted();

        assertThat(drift(coredns, LastWritten.of(live, "an earlier wish"), wish))
                .isEqualTo(Drift.WISH_CHANGED);
        assertThat(drift(coredns, LastWritten.of("marked", wanted), wish)).isEqualTo(Drift.SOMEBODY_ELSE);
        assertThat(drift(coredns, LastWritten.of("something", "an earlier wish"), wish))
                .isEqualTo(Drift.BOTH);
    }

    private static Drift drift(ClusterObject coredns, LastWritten last, Map<String, Object> wish) {
        Cluster cluster = ClusterEdit.with(
                FLANNEL,
                coredns,
                List.of("metadata", "annotations", LastWritten.ANNOTATION),
                last.annotation(Optional.of("{\"other\": {\"text\": \"a\", \"wish\": \"b\"}}"), "Corefile"));
        return plan(cluster, wish).changes().getFirst().drift();
    }

    @Test
    void queriesThatWouldComeBackToTheDnsAreRefusedWhereverTheyAreForwarded() {
        String itself = "10.96.0.10";
        Map<String, Object> servers = Map.of("servers", List.of("10.20.0.53", itself));
        Map<String, Object> stub = Map.of("name", "corp", "zones", List.of("corp.example"), "upstreams", servers);
        String block = "corp.example:53 {\n    forward . " + itself + ":53\n}\n";

        for (Map<String, Object> dns : List.of(
                Map.<String, Object>of("upstreams", servers),
                Map.<String, Object>of("stubDomains", List.of(stub)),
                Map.<String, Object>of("extraServerBlocks", block))) {
            Plan plan = plan(FLANNEL, Map.of("dns", dns));
            assertThat(plan.changes()).as(dns.toString()).isEmpty();
            assertThat(plan.refusals())
                    .as(dns.toString())
                    .singleElement()
                    .asString()
                    .contains(itself, "own Service");
        }
        String elsewhere = block.replace(":53\n", ":5353\n");
        assertThat(plan(FLANNEL, Map.of("dns", Map.of("extraServerBlocks", elsewhere)))
                        .refusals())
                .isEmpty();
    }

    @Test
    void whatCoreDnsWouldNotLoadIsRefusedAndNotPlanned() {
        Plan plan = plan(FLANNEL, Map.of("dns", Map.of("extraPlugins", "tempalte ANY AAAA\n")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().asString().contains("spec.dns", "tempalte");
    }

    @Test
    void theDomainChangesInTwoSteps() {
        Plan hard = plan(FLANNEL, Map.of("dns", Map.of("clusterDomain", "corp.internal")));
        assertThat(hard.changes()).noneMatch(change -> change.object().name().equals("coredns"));
        assertThat(hard.refusals()).singleElement().asString().contains("corp.internal", "additionalDomains first");

        Plan first = plan(FLANNEL, Map.of("dns", Map.of("additionalDomains", List.of("corp.internal"))));
        assertThat(first.refusals()).isEmpty();
        assertThat(first.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.wanted())
                        .contains("kubernetes cluster.local corp.internal in-addr.arpa ip6.arpa {"));

        ClusterObject coredns = FLANNEL.configMap("kube-system", "coredns").orElseThrow();
        Cluster both = ClusterEdit.withData(
                FLANNEL, coredns, "Corefile", first.changes().getFirst().wanted());
        Plan second = plan(
                both,
                Map.of("dns", Map.of("clusterDomain", "corp.internal", "additionalDomains", List.of("cluster.local"))));
        assertThat(second.refusals()).isEmpty();
        assertThat(second.changes())
                .extracting(
                        change -> change.object() + " " + change.feasibility().word())
                .containsExactly(
                        "ConfigMap kube-system/coredns Apply",
                        "ConfigMap kube-system/kubeadm-config Apply",
                        "ConfigMap kube-system/kubelet-config Apply",
                        "Node * Manual");
    }

    @Test
    void theAddressOfTheDnsCannotChange() {
        assertThat(plan(FLANNEL, Map.of("dns", Map.of("serviceIP", "10.96.0.11")))
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(change.feasibility()).isEqualTo(Feasibility.IMPOSSIBLE));
    }

    @Test
    void aWiderPodRangeIsRecordedAndAPersonSetsTheFlag() {
        Plan plan = plan(FLANNEL, Map.of("pods", Map.of("cidrs", List.of("10.244.0.0/15"))));

        assertThat(plan.changes())
                .extracting(
                        change -> change.object() + " " + change.feasibility().word())
                .containsExactly(
                        "ConfigMap kube-flannel/kube-flannel-cfg Apply",
                        "DaemonSet kube-flannel/kube-flannel-ds Apply",
                        "ConfigMap kube-system/kube-proxy Apply",
                        "DaemonSet kube-system/kube-proxy Apply",
                        "ConfigMap kube-system/kubeadm-config Apply",
                        "Pod kube-system/kube-controller-manager-cp1 Manual");
        assertThat(plan.changes())
                .filteredOn(change -> !change.live().isEmpty())
                .allSatisfy(
                        change -> assertThat(change.wanted().replace("\"", "").replace("/15", "/16"))
                                .isEqualTo(change.live().replace("\"", "")));
    }

    @Test
    void whoeverElseWritesTheCorefileIsNamed() {
        Plan plan = plan(Exports.cluster("eks"), Map.of("dns", Map.of("management", "Managed", "ttlSeconds", 10)));

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.feasibility()).isEqualTo(Feasibility.MANUAL);
            assertThat(change.steps()).singleElement().asString().contains("configurationValues");
        });
    }

    @Test
    void anotherNetworkIsNotPlanned() {
        Plan plan = plan(FLANNEL, Map.of("cni", Map.of("provider", "Calico")));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().asString().contains("Flannel", "Calico", "drained");
    }

    @Test
    void nftablesNeedsNodesThatKnowIt() {
        Plan plan = plan(Exports.cluster("kubeadm-weave"), Map.of("kubeProxy", Map.of("mode", "NFTables")));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().asString().contains("NFTables", "1.31");
    }

    @Test
    void authoritiesThatNobodyMountedAreAPersonsWork() {
        Map<String, Object> tls = Map.of("serverName", "dns.example", "caSecretRef", "corp-ca");
        Plan plan =
                plan(FLANNEL, Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("192.0.2.53"), "tls", tls))));
        assertThat(plan.refusals()).singleElement().asString().contains("corp-ca", "tls.caFile");
    }

    @Test
    void ciliumTakesFurtherPoolsButDoesNotGiveUpOne() {
        Cluster cilium = Exports.cluster("kubeadm-cilium");
        Map<String, Object> provider = Map.of("allocation", "Provider");
        assertThat(change(
                                plan(cilium, Map.of("pods", with(provider, List.of("10.0.0.0/13", "10.16.0.0/13")))),
                                "cilium")
                        .feasibility())
                .isEqualTo(Feasibility.APPLY);
        assertThat(change(plan(cilium, Map.of("pods", with(provider, List.of("10.16.0.0/13")))), "cilium")
                        .feasibility())
                .isEqualTo(Feasibility.IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode: [1", "- a", "", "just a text"})
    void aConfigurationThatCannotBeEditedIsLeftAlone(String text) {
        ClusterObject proxy = FLANNEL.configMap("kube-system", "kube-proxy").orElseThrow();
        Cluster cluster = ClusterEdit.withData(FLANNEL, proxy, "config.conf", text);

        Plan plan = plan(cluster, Map.of("kubeProxy", Map.of("mode", "NFTables")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().asString().contains("kube-proxy config.conf");
    }

    @Test
    void anotherModeOfKubeProxyCostsMoreThanARestart() {
        Map<String, Object> mode = Map.of("kubeProxy", Map.of("mode", "NFTables"));
        Map<String, Object> masquerade = Map.of("kubeProxy", Map.of("masqueradeAll", true));

        assertThat(change(plan(FLANNEL, mode), "DaemonSet").risk()).isEqualTo(Risk.PROXY_MODE);
        assertThat(change(plan(FLANNEL, masquerade), "DaemonSet").risk()).isEqualTo(Risk.PROXY_RESTART);
    }

    @Test
    void whatHadThisConfigurationBeforeIsRestartedAllTheSame() {
        Map<String, Object> wish = Map.of("kubeProxy", Map.of("masqueradeAll", true));
        String first = change(plan(FLANNEL, wish), "DaemonSet").wanted();
        ClusterObject daemons =
                FLANNEL.get("DaemonSet", "kube-system", "kube-proxy").orElseThrow();
        Cluster before = ClusterEdit.with(
                FLANNEL,
                daemons,
                List.of("spec", "template", "metadata", "annotations", RestartChange.ANNOTATION),
                first);

        Change again = change(plan(before, wish), "DaemonSet");
        assertThat(again.live()).isEqualTo(first);
        assertThat(again.wanted()).isNotEqualTo(first);
    }

    private static Change change(Plan plan, String object) {
        return plan.changes().stream()
                .filter(change -> change.object().toString().contains(object))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> tree, List<String> cidrs) {
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        copy.put("cidrs", cidrs);
        return copy;
    }

    private static Plan plan(Cluster cluster, Map<String, Object> wish) {
        Observation seen = Observation.of(cluster);
        Map<String, Object> tree = merged(RecordWriter.tree(Proposal.of(seen)), wish);
        RecordReader.Read<NetworkSetupSpec> read = RecordReader.read(NetworkSetupSpec.class, tree, "spec");
        assertThat(read.problems()).isEmpty();
        return Planner.plan(seen, read.value());
    }

    @SuppressWarnings("unchecked") // the trees of these tests have texts for keys
    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> wish) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        wish.forEach((key, value) -> merged.put(
                key,
                value instanceof Map<?, ?> inner && merged.get(key) instanceof Map<?, ?> before
                        ? merged((Map<String, Object>) before, (Map<String, Object>) inner)
                        : value));
        return merged;
    }

    /** Both leave their users a ConfigMap that their Corefile imports. */
    @ParameterizedTest
    @ValueSource(strings = {"k3s", "aks"})
    void stubDomainsGoWhereThePlatformLeavesRoomForThem(String platform) {
        Cluster cluster = Exports.cluster(platform);
        Map<String, Object> stub = Map.of(
                "name", "lab", "zones", List.of("lab.test"), "upstreams", Map.of("servers", List.of("10.20.0.53")));
        Map<String, Object> wish = Map.of(
                "dns",
                Map.of(
                        "management", "Managed",
                        "stubDomains", List.of(stub),
                        "hosts",
                                Map.of(
                                        "records",
                                        List.of(Map.of("ip", "10.1.2.3", "names", List.of("printer.lab.test"))))));

        Plan plan = plan(cluster, wish);

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.object()).hasToString("ConfigMap kube-system/coredns-custom");
            assertThat(change.field()).isEqualTo("portafilter.server");
            assertThat(change.feasibility()).isEqualTo(Feasibility.APPLY);
            assertThat(change.wanted())
                    .contains("lab.test:53 {", "forward . 10.20.0.53", "10.1.2.3 printer.lab.test")
                    .containsPattern("version.bind:53 \\{\n    chaos portafilter-[0-9a-f]{12}\n}");
        });
        ClusterObject custom =
                cluster.configMap("kube-system", "coredns-custom").orElseThrow();
        Cluster written = ClusterEdit.withData(
                cluster, custom, "portafilter.server", plan.changes().getFirst().wanted());
        assertThat(plan(written, wish).isEmpty()).isTrue();
        assertThat(plan(written, Map.of("dns", Map.of("management", "Managed"))).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.wanted()).isEmpty());
    }

    @Test
    void aStubDomainThatAnotherFileServesAlreadyIsRefused() {
        Map<String, Object> stub = Map.of(
                "name",
                "corp",
                "zones",
                List.of("corp.example"),
                "upstreams",
                Map.of("servers", List.of("10.20.0.54")));

        Plan plan = plan(
                Exports.cluster("aks"), Map.of("dns", Map.of("management", "Managed", "stubDomains", List.of(stub))));

        assertThat(plan.refusals()).anySatisfy(refusal -> assertThat(refusal).contains("stubDomains", "corp.example"));
    }

    @Test
    void whatIsNoStubDomainStaysThePlatformsToWrite() {
        Plan plan = plan(Exports.cluster("k3s"), Map.of("dns", Map.of("management", "Managed", "ttlSeconds", 10)));

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.object()).hasToString("ConfigMap kube-system/coredns");
            assertThat(change.feasibility()).isEqualTo(Feasibility.MANUAL);
        });
    }
}
