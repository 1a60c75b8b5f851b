package io.portafilter.network.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWrittenTest {
    private static final LastWritten OURS = LastWritten.of("marked", "planned");

    @Test
    void whatIsKeptIsReadAgainUnderItsKeyOnly() {
        ClusterObject object = object(OURS.annotation(Optional.empty(), "Corefile"));

        assertThat(LastWritten.of(object, "Corefile")).contains(OURS);
        assertThat(LastWritten.of(object, "Corefile2")).isEmpty();
    }

    @Test
    void keysBesideEachOtherAreKept() {
        LastWritten other = LastWritten.of("a", "b");
        String first = OURS.annotation(Optional.empty(), "Corefile");
        String both = other.annotation(Optional.of(first), "config.conf");
        String again = OURS.annotation(Optional.of(other.annotation(Optional.empty(), "Corefile")), "Corefile");

        assertThat(LastWritten.of(object(both), "Corefile")).contains(OURS);
        assertThat(LastWritten.of(object(both), "config.conf")).contains(other);
        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "text", "{\"Corefile\": 3}", "{\"Corefile\": {\"text\": \"a\"}}"})
    void anOddAnnotationReadsAsNeverWritten(String annotation) {
        assertThat(LastWritten.of(object(annotation), "Corefile")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "text"})
    void anOddAnnotationIsReplaced(String annotation) {
        assertThat(LastWritten.of(object(OURS.annotation(Optional.of(annotation), "Corefile")), "Corefile"))
                .contains(OURS);
    }

    @Test
    void anObjectWithoutTheAnnotationWasNeverWritten() {
        ClusterObject object =
                new ClusterObject(new ObjectId("ConfigMap", "a", "b"), new Tree(Map.of("metadata", Map.of())));

        assertThat(LastWritten.of(object, "Corefile")).isEmpty();
    }

    @Test
    void theAnnotationHoldsDigestsAndNoTexts() {
        assertThat(LastWritten.of("a secret", "another").annotation(Optional.empty(), "Corefile"))
                .doesNotContain("secret", "another")
                .contains("sha256:");
    }

    @Test
    void driftTellsWhoChangedWhat() {
        Optional<LastWritten> last = Optional.of(OURS);

        assertThat(Drift.of(Optional.empty(), "marked", "planned")).isEqualTo(Drift.FIRST);
        assertThat(Drift.of(last, "marked", "a new wish")).isEqualTo(Drift.WISH_CHANGED);
        assertThat(Drift.of(last, "theirs", "planned")).isEqualTo(Drift.SOMEBODY_ELSE);
        assertThat(Drift.of(last, "theirs", "a new wish")).isEqualTo(Drift.BOTH);
    }

    private static ClusterObject object(String annotation) {
        return new ClusterObject(
                new ObjectId("ConfigMap", "kube-system", "coredns"),
                new Tree(Map.of("metadata", Map.of("annotations", Map.of(LastWritten.ANNOTATION, annotation)))));
    }
}
