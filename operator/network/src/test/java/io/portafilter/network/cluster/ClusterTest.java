package io.portafilter.network.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    private static final Cluster TWO = Cluster.of(
            List.of(object("Service", "a", "x", "1"), object("Service", "b", "x", "2")), Map.of("log", "text"));

    @Test
    void whatIsChangedStandsInThePlaceOfWhatHadItsName() {
        Cluster changed = TWO.with(List.of(object("Service", "b", "x", "3")));

        assertThat(changed.all("Service"))
                .containsExactly(object("Service", "a", "x", "1"), object("Service", "b", "x", "3"));
        assertThat(changed.logs()).containsEntry("log", "text");
    }

    @Test
    void whatIsNewIsPutWhereItsNameBelongs() {
        Cluster changed = TWO.with(List.of(
                object("Service", "c", "a", "5"),
                object("Service", "a", "z", "4"),
                object("Node", "", "n1", "6"),
                object("Service", "a", "a", "3")));

        assertThat(changed)
                .isEqualTo(Cluster.of(
                        List.of(
                                object("Node", "", "n1", "6"),
                                object("Service", "a", "a", "3"),
                                object("Service", "a", "x", "1"),
                                object("Service", "a", "z", "4"),
                                object("Service", "b", "x", "2"),
                                object("Service", "c", "a", "5")),
                        Map.of("log", "text")));
    }

    @Test
    void theClusterBeforeStaysAsItWas() {
        Cluster before = Cluster.of(TWO.all("Service"), TWO.logs());
        TWO.with(List.of(object("Service", "b", "x", "3"), object("Service", "z", "z", "4")));

        assertThat(TWO).isEqualTo(before);
        assertThat(TWO.with(List.of())).isEqualTo(before);
    }

    @Test
    void theLastOfTwoWithOneNameStays() {
        assertThat(TWO.with(List.of(object("Service", "b", "x", "3"), object("Service", "b", "x", "4")))
                        .get("Service", "b", "x"))
                .contains(object("Service", "b", "x", "4"));
    }

    @ParameterizedTest
    @CsvSource({"ConfigMap,kube-system,coredns", "Node,'',n1", "ServiceCIDR,'',a.b-c"})
    void aNameIsReadAsItIsWritten(String kind, String namespace, String name) {
        ObjectId id = new ObjectId(kind, namespace, name);

        assertThat(ObjectId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "coredns", "a/b"})
    void whatIsNoNameHasNoKind(String text) {
        assertThat(ObjectId.parse(text).kind()).isEmpty();
    }

    private static ClusterObject object(String kind, String namespace, String name, String value) {
        return new ClusterObject(new ObjectId(kind, namespace, name), new Tree(Map.of("value", value)));
    }
}
