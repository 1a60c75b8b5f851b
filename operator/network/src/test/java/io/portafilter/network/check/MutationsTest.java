package io.portafilter.network.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong value in each source: exactly what follows from it is told. */
class MutationsTest {
    static List<String> names() {
        return Exports.names();
    }

    static List<Mutations.Mutation> mutations() {
        return Mutations.all();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHealthyClusterHasNoConflict(String name) {
        // nobody maintains Weave Net any more: even a healthy one is told that
        Set<String> expected = name.equals("kubeadm-weave") ? Set.of("ProviderRetired") : Set.of();
        assertThat(ids(Exports.cluster(name))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aWrongValueGivesExactlyItsConflicts(Mutations.Mutation mutation) {
        assertThat(ids(mutation.cluster())).isEqualTo(mutation.conflicts());
    }

    @Test
    void thereAreFortyOrMore() {
        assertThat(mutations()).hasSizeGreaterThanOrEqualTo(40);
        Set<String> found = new TreeSet<>();
        mutations().forEach(mutation -> found.addAll(mutation.conflicts()));
        Set<String> kinds = List.of(ConflictKind.values()).stream()
                .map(ConflictKind::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(kinds);
    }

    @Test
    void everyConflictNamesObjectsValuesAndAWayOut() {
        for (Mutations.Mutation mutation : mutations()) {
            Observation seen = Observation.of(mutation.cluster());
            assertThat(NetworkCheck.check(seen, Mutations.spec(seen))).allSatisfy(conflict -> {
                assertThat(conflict.objects()).isNotEmpty();
                assertThat(conflict.message()).isNotBlank();
                assertThat(conflict.fix()).isNotBlank();
            });
        }
    }

    private static Set<String> ids(Cluster cluster) {
        Observation seen = Observation.of(cluster);
        return NetworkCheck.check(seen, Mutations.spec(seen)).stream()
                .map(conflict -> conflict.kind().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
