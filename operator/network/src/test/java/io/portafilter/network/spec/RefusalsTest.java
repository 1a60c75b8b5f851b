package io.portafilter.network.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.exports.Exports;
import io.portafilter.network.observe.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
    private static final Refusals NOTHING = new Refusals(List.of(), List.of());

    static List<String> exports() {
        return Exports.names();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void whatAClusterProposesMayBeStored(String export) {
        Map<String, Object> spec = RecordWriter.tree(Proposal.of(Observation.of(Exports.cluster(export))));

        assertThat(Refusals.of(object(spec), Optional.empty())).isEqualTo(NOTHING);
    }

    @Test
    void aPluginThatDoesNotLoadIsNamedWithFieldAndRemedy() {
        assertThat(refusals(dns("extraPlugins", "tempalte ANY AAAA\n")))
                .singleElement()
                .asString()
                .startsWith("spec.dns: ")
                .contains("line 13", "tempalte", "Correct the name");
    }

    @Test
    void aStubThatTakesTheClustersNamesIsRefused() {
        Map<String, Object> stub =
                Map.of("name", "all", "zones", List.of("local"), "upstreams", Map.of("servers", List.of("10.0.0.9")));

        assertThat(refusals(dns("stubDomains", List.of(stub))))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("spec.dns: stub-not-cluster: "));
    }

    @Test
    void aFieldThatIsNoneAndARuleThatIsBrokenAreNamed() {
        assertThat(refusals(dns("ttl", 5)))
                .singleElement()
                .asString()
                .contains("spec.dns.ttl", "there is no such field");
        assertThat(refusals(dns("upstreams", Map.of("servers", List.of("dns.example")))))
                .singleElement()
                .asString()
                .contains("spec.dns.upstreams", "upstream-form");
    }

    @Test
    void whatOnlyTheClusterKnowsIsNotJudged() {
        assertThat(refusals(dns("imports", Map.of("overrides", List.of("/etc/coredns/custom/one.override")))))
                .isEmpty();
        assertThat(refusals(Map.of("management", "Unmanaged", "extraPlugins", "tempalte ANY A\n")))
                .isEmpty();
    }

    @Test
    void aChangeIsJudgedByWhatWasThereBefore() {
        ClusterObject before = object(spec(Map.of()));
        Map<String, Object> hard = new LinkedHashMap<>(spec(dns("clusterDomain", "corp.internal")));

        assertThat(Refusals.of(object(hard), Optional.of(before)).refusals())
                .anyMatch(line -> line.contains("domain-change"));
        assertThat(Refusals.of(object(hard), Optional.empty())).isEqualTo(NOTHING);
    }

    @Test
    void whatIsOnlyObservedIsStoredWithAWarning() {
        Map<String, Object> observed = new LinkedHashMap<>(spec(dns("extraPlugins", "tempalte ANY AAAA\n")));
        observed.put("mode", "Observe");
        Refusals verdict = Refusals.of(object(observed), Optional.empty());

        assertThat(verdict.refusals()).isEmpty();
        assertThat(verdict.warnings()).singleElement().asString().contains("tempalte");
    }

    @Test
    void whoChangesNoSpecIsNotToldWhatWasWrongBefore() {
        ClusterObject bad = object(spec(dns("extraPlugins", "tempalte ANY AAAA\n")));

        assertThat(Refusals.of(bad, Optional.of(bad))).isEqualTo(NOTHING);
    }

    private static Map<String, Object> dns(String field, Object value) {
        return Map.of(field, value);
    }

    private static List<String> refusals(Map<String, Object> dns) {
        return Refusals.of(object(spec(dns)), Optional.empty()).refusals();
    }

    private static Map<String, Object> spec(Map<String, Object> dns) {
        return Map.of(
                "mode",
                "Plan",
                "pods",
                Map.of("cidrs", List.of("10.244.0.0/16")),
                "services",
                Map.of("cidrs", List.of("10.96.0.0/12")),
                "dns",
                dns);
    }

    private static ClusterObject object(Map<String, Object> spec) {
        return new ClusterObject(
                new ObjectId("NetworkSetup", "", "cluster"),
                new Tree(Map.of("metadata", Map.of("name", "cluster"), "spec", spec)));
    }
}
