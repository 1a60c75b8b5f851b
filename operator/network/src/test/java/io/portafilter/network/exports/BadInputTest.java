package io.portafilter.network.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever stands in an export: something is said, and nothing is thrown. */
class BadInputTest {
    /** Characters of a long text; CI takes a megabyte. */
    private static final int LONG = Boolean.getBoolean("thorough") ? 1 << 20 : 1 << 14;

    @Test
    void anEmptyFolderIsACluster() {
        all(Cluster.of(List.of(), Map.of()));
        assertThat(Observation.of(Cluster.of(List.of(), Map.of())).platform().distribution())
                .isEqualTo("unknown");
    }

    @Test
    void halfAnExportIsReadAsFarAsItGoes() {
        for (String name : Exports.names()) {
            Cluster whole = Exports.cluster(name);
            for (String kind : whole.objects().keySet()) {
                Cluster half = whole;
                for (ClusterObject object : whole.all(kind)) {
                    half = ClusterEdit.minus(half, object);
                }
                all(half);
            }
        }
    }

    @Test
    void rubbishIsNamedWithItsFile() {
        assertThat(TreeReader.read("a.yaml", "\u0001\u0002\u0003").problems())
                .singleElement()
                .asString()
                .startsWith("a.yaml: ");
        assertThat(TreeReader.read("a.yaml", "kind: List\nitems: [").problems())
                .singleElement()
                .asString()
                .startsWith("a.yaml: ");
        assertThat(TreeReader.read("a.yaml", "just words").problems())
                .singleElement()
                .asString()
                .contains("no kind");
        assertThat(TreeReader.read("a.yaml", "{}").problems()).hasSize(1);
        assertThat(TreeReader.read("a.yaml", "").problems()).isEmpty();
        assertThat(TreeReader.read("a.yaml", "[".repeat(100_000)).problems())
                .singleElement()
                .asString()
                .startsWith("a.yaml: ");
    }

    @Test
    void anyTextInAnyConfigMapIsSurvived() {
        List<String> texts = List.of(
                "",
                "\u0000",
                "{",
                "[",
                "- 1",
                "a: b: c",
                "null",
                "0",
                "\"",
                "{\"Network\": 7}",
                "10.244.1.0/16",
                "x".repeat(LONG));
        for (String name : List.of("kubeadm-flannel", "kubeadm-calico", "kubeadm-cilium", "k3s", "kube-dns")) {
            Cluster cluster = Exports.cluster(name);
            for (ClusterObject config : cluster.all("ConfigMap")) {
                for (String key : config.tree().textMap("data").keySet()) {
                    for (String text : texts) {
                        all(ClusterEdit.withData(cluster, config, key, text));
                    }
                }
            }
        }
    }

    @Test
    void anyFieldMayBeOfAnotherType() {
        Random random = new Random(3);
        List<String> values = List.of("null", "7", "\"\"", "[]", "{}", "[null]", "true", "10.244.1.0/16", "fd00::/64");
        for (int run = 0; run < 500; run++) {
            List<String> names = Exports.names();
            Map<String, String> files = new TreeMap<>(Exports.files(names.get(random.nextInt(names.size()))));
            String[] lines = files.getOrDefault("export.yaml", "").split("\n", -1);
            int at = random.nextInt(lines.length);
            int colon = lines[at].indexOf(": ");
            if (colon > 0) {
                lines[at] = lines[at].substring(0, colon + 2) + values.get(random.nextInt(values.size()));
                files.put("export.yaml", String.join("\n", lines));
                all(Exports.cluster(files));
            }
        }
    }

    @Test
    void aCorefileOfAMegabyteEndsSoon() {
        Cluster cluster = Exports.cluster("kubeadm-flannel");
        ClusterObject coredns = cluster.configMap("kube-system", "coredns").orElseThrow();
        for (String piece : List.of("a {\n}\n", "hosts {\n 10.0.0.1 a\n}\n", "# b\n", "forward . 1.1.1.1\n")) {
            String text = ".:53 {\n" + piece.repeat((1 << 20) / piece.length()) + "}\n";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> all(ClusterEdit.withData(cluster, coredns, "Corefile", text)));
        }
    }

    private static void all(Cluster cluster) {
        Observation seen = Observation.of(cluster);
        assertThat(NetworkCheck.check(seen, Proposal.of(seen))).isNotNull();
        assertThat(Planner.plan(seen, Proposal.of(seen))).isNotNull();
    }
}
