package io.portafilter.network.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.ConflictKind;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.ClusterEdit;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the cluster: a status stays below 100 KB, and the API server takes it. */
class SizeTest {
    private static final int MOST = 100_000;
    private static final String SEEN = "ConfigMap kube-system/kubeadm-config";
    private static final String[] PIECES = {
        "a", "10.244.0.0/16", " ", "\n", "\"", "\\", "<", "&", "\t", "\u0001", "ü", "€", "𝄞", "\u2028", "{", "}"
    };

    @Test
    void anyInputGivesAStatusBelowTheLimitThatReadsBackTheSame() {
        Random random = new Random(5);
        Observation seen = Observation.of(Exports.cluster("kubeadm-flannel"));
        int largest = 0;
        for (int run = 0; run < 60; run++) {
            Known calm = Given.known(Exports.cluster("kubeadm-flannel"), Map.of());
            Known known = new Known(
                    run,
                    calm.spec(),
                    texts(random, 40),
                    seen,
                    conflicts(random, random.nextInt(600)),
                    random.nextBoolean() ? calm.plan() : Optional.empty());
            NetworkSetupStatus status = Given.status(known, progress(random));

            int size = size(status);
            largest = Math.max(largest, size);
            assertThat(size).as("run %s", run).isLessThan(MOST);
            RecordReader.Read<NetworkSetupStatus> read =
                    RecordReader.read(NetworkSetupStatus.class, RecordWriter.tree(status), "status");
            assertThat(read.problems()).as("run %s", run).isEmpty();
            assertThat(read.value()).isEqualTo(status);
        }
        assertThat(largest).as("the runs are worth something").isGreaterThan(20_000);
    }

    @Test
    void aCorefileOf300KilobytesThatIsToChangeFits() {
        String many = IntStream.range(0, 9_000)
                .mapToObj(i -> "    rewrite name a" + i + ".example b" + i + ".example\n")
                .collect(Collectors.joining("", ".:53 {\n    errors\n", "    forward . /etc/resolv.conf\n}\n"));
        assertThat(many.length()).isGreaterThan(300_000);
        Cluster cluster = Exports.cluster("kubeadm-flannel");
        ClusterObject coredns = cluster.configMap("kube-system", "coredns").orElseThrow();
        Known known = Given.known(
                ClusterEdit.withData(cluster, coredns, "Corefile", many),
                Map.of("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53")))));

        NetworkSetupStatus status = Given.status(known, Given.well());

        assertThat(size(status)).isLessThan(MOST);
        assertThat(status.plan().orElseThrow().changes().getFirst().diff()).endsWith(" more characters)");
        assertThat(status.discovered().orElseThrow().proposedSpec())
                .startsWith("# ")
                .contains("portafilter network show --proposed")
                .hasLineCount(1);
    }

    @Test
    void of5000NodesTheOneThatDisagreesIsShown() {
        List<ClusterObject> nodes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            nodes.add(node(i, i == 4_711 ? "10.99.0.0/16" : "10.42.0.0/16"));
        }
        NetworkSetupStatus status = Given.status(Given.known(Cluster.of(nodes, Map.of()), Map.of()), Given.well());

        assertThat(size(status)).isLessThan(MOST);
        assertThat(status.discovered().orElseThrow().podCidrs()).satisfies(found -> {
            assertThat(found.sources()).anyMatch(source -> source.value().equals("10.99.0.0/16"));
            assertThat(found.moreSources()).contains(5_000 - found.sources().size());
        });
        assertThat(status.conflicts()).isNotEmpty();
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "Node n" + i).toList();

        assertThat(Cut.text("short", 5)).isEqualTo("short");
        assertThat(Cut.text("x".repeat(1_000), 100)).isEqualTo("x".repeat(60) + " … (940 more characters)");
        assertThat(Cut.text("𝄞".repeat(1_000), 101))
                .startsWith("𝄞")
                .doesNotContain("?")
                .contains("more characters");
        assertThat(Cut.list(names, 3, 1_000)).containsExactly("Node n0", "Node n1", "Node n2", "… and 97 more");
        assertThat(Cut.list(names, 200, 100))
                .hasSizeLessThan(12)
                .last()
                .asString()
                .endsWith(" more");
        assertThat(Bounded.of(names, 10, 1_000, name -> name).more()).contains(90);
    }

    private static ClusterObject node(int number, String range) {
        return new ClusterObject(
                new ObjectId("Node", "", "n" + number),
                new Tree(Map.of(
                        "metadata",
                        Map.of(
                                "annotations",
                                Map.of("k3s.io/node-args", "[\"server\",\"--cluster-cidr\",\"" + range + "\"]")),
                        "status",
                        Map.of("nodeInfo", Map.of("kubeletVersion", "v1." + number % 40 + ".0+k3s1")))));
    }

    private static Progress progress(Random random) {
        Verdict verdict = Verdict.no("Bad", text(random, 50_000));
        return new Progress(
                Optional.of(new ApplyingStatus(SEEN, "Verify", "2030-05-01T12:00:00Z", text(random, 50_000))),
                Optional.of(new AppliedStatus(
                        SEEN,
                        "2030-05-01T12:00:00Z",
                        AppliedStatus.Outcome.FAILED,
                        text(random, 50_000),
                        Optional.of(text(random, 50_000)))),
                Optional.empty(),
                verdict,
                verdict,
                verdict,
                Optional.of(new Note("Waiting", text(random, 50_000))),
                List.of(new Note("Trouble", text(random, 50_000))));
    }

    private static List<Conflict> conflicts(Random random, int count) {
        ConflictKind[] kinds = ConflictKind.values();
        int longest = 1 + random.nextInt(20_000);
        return IntStream.range(0, count)
                .mapToObj(i -> new Conflict(
                        kinds[random.nextInt(kinds.length)],
                        texts(random, 1 + random.nextInt(300)),
                        text(random, longest),
                        text(random, longest)))
                .toList();
    }

    private static List<String> texts(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> text(random, 60)).toList();
    }

    private static String text(Random random, int longest) {
        String piece = PIECES[random.nextInt(PIECES.length)] + PIECES[random.nextInt(PIECES.length)];
        return piece.repeat(1 + random.nextInt(1 + longest / piece.length()));
    }

    /** As the API server's encoder writes it: it escapes three more characters than others. */
    private static int size(NetworkSetupStatus status) {
        try {
            String json = new ObjectMapper().writeValueAsString(RecordWriter.tree(status));
            int escaped = Math.toIntExact(json.chars()
                    .filter(character -> "<>&\u2028\u2029".indexOf(character) >= 0)
                    .count());
            return json.getBytes(StandardCharsets.UTF_8).length + 5 * escaped;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
