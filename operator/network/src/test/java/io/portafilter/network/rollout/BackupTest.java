package io.portafilter.network.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.cluster.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
    private static final ObjectId COREDNS = new ObjectId("ConfigMap", "kube-system", "coredns");
    private static final Step COREFILE = new Step.Corefile(COREDNS, "Corefile", ".:53 {\n\terrors\n}\n", ".:53 {\n}\n");
    private static final List<Step> ALL = List.of(
            COREFILE,
            new Step.Text(new ObjectId("ConfigMap", "kube-flannel", "kube-flannel-cfg"), "net-conf.json", "{}", "{ }"),
            new Step.Restart(new ObjectId("DaemonSet", "kube-flannel", "kube-flannel-ds"), "", "sha256:1f0c"),
            new Step.Range(new ObjectId("ServiceCIDR", "", "more"), "", "10.112.0.0/16,fd00::/112"));

    @Test
    void whatIsKeptIsReadAgain() {
        assertThat(Backup.steps(Backup.data(ALL))).contains(ALL);
    }

    @Test
    void theOrderOfMoreThanNineStepsIsKept() {
        List<Step> many = IntStream.range(0, 25)
                .<Step>mapToObj(number -> new Step.Text(COREDNS, "key" + number, "old" + number, "new" + number))
                .toList();

        assertThat(Backup.steps(Backup.data(many))).contains(many);
    }

    @Test
    void aPersonFindsEachTextAsItWas() {
        assertThat(Backup.data(ALL))
                .containsEntry("1.before", ".:53 {\n\terrors\n}\n")
                .containsEntry("1.after", ".:53 {\n}\n")
                .containsEntry("4.before", "")
                .hasSize(1 + 2 * ALL.size());
        assertThat(Backup.data(ALL).get("steps"))
                .contains("ConfigMap kube-system/coredns", "net-conf.json", "ServiceCIDR more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "3",
                "[3]",
                "[{}]",
                "[{\"object\": \"ConfigMap a/b\", \"write\": \"magic\"}]",
                "{\"write\": \"text\"}"
            })
    void dataThatIsNotOursAreNoSteps(String steps) {
        assertThat(Backup.steps(Map.of("steps", steps, "1.before", "a", "1.after", "b")))
                .isEmpty();
    }

    @Test
    void whatHasNoStepsIsNoBackup() {
        assertThat(Backup.steps(Map.of())).isEmpty();
        assertThat(Backup.steps(Map.of("Corefile", ".:53 {\n}\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.before", "3.after", "4.before"})
    void aTextThatIsMissingIsNotTakenForAnEmptyOne(String key) {
        TreeMap<String, String> data = new TreeMap<>(Backup.data(ALL));
        data.remove(key);

        assertThat(Backup.steps(data)).isEmpty();
    }

    @Test
    void sizeIsCountedInBytesAsTheApiServerDoes() {
        assertThat(Backup.bytes(Map.of("a", "b"))).isEqualTo(2);
        assertThat(Backup.bytes(Map.of("1.before", "ü€😀"))).isEqualTo(8 + 2 + 3 + 4);
        assertThat(Backup.bytes(Map.of())).isZero();
    }

    @Test
    void twoLargeCorefilesFitAndThreeTimesAsMuchDoesNot() {
        String large = "#".repeat(480_000);

        assertThat(Backup.bytes(Backup.data(List.of(new Step.Corefile(COREDNS, "Corefile", large, large)))))
                .isLessThan(Backup.MOST_BYTES);
        assertThat(Backup.bytes(Backup.data(List.of(new Step.Corefile(COREDNS, "Corefile", large, large + large)))))
                .isGreaterThan(Backup.MOST_BYTES);
    }
}
