package io.portafilter.network.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.corefile.render.CorefileText;
import io.portafilter.network.corefile.render.GoldenSettings;
import io.portafilter.network.corefile.suite.Suites;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportsTest {
    static List<String> names() {
        return Exports.names();
    }

    /** The goldens were checked against the exports by hand. */
    @ParameterizedTest
    @MethodSource("names")
    void whatEverySourceSaysAndTheProposedSpec(String name) throws IOException {
        Observation seen = Observation.of(Exports.cluster(name));
        StringBuilder text = new StringBuilder();
        text.append(seen.platform().distribution())
                .append(" (")
                .append(seen.platform().evidence())
                .append(")\n");
        for (Reading reading : seen.readings()) {
            text.append(reading.topic().label())
                    .append(" | ")
                    .append(reading.value())
                    .append(" | ")
                    .append(reading.source())
                    .append('\n');
        }
        text.append("dns | ")
                .append(seen.dns().configMap().map(Object::toString).orElse("none"))
                .append(' ')
                .append(seen.dns().key())
                .append(" | CoreDNS ")
                .append(seen.dns().version().map(Object::toString).orElse("?"))
                .append(" | ")
                .append(seen.dns().owner())
                .append('\n');
        text.append("network | ")
                .append(seen.cni().provider().word())
                .append(" | ")
                .append(seen.cni().evidence())
                .append('\n');
        text.append(YamlText.of(RecordWriter.tree(Proposal.of(seen))));

        Path golden = Exports.ROOT.resolve(name).resolve("observed.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text.toString());
        }
        assertThat(golden).hasContent(text.toString());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theProposedSpecIsAcceptedAndPlansNothing(String name) {
        Observation seen = Observation.of(Exports.cluster(name));
        NetworkSetupSpec proposed = Proposal.of(seen);

        // as a user would have it back: through the YAML
        RecordReader.Read<NetworkSetupSpec> read =
                RecordReader.read(NetworkSetupSpec.class, RecordWriter.tree(proposed), "spec");
        assertThat(read.problems()).isEmpty();
        assertThat(read.value()).isEqualTo(proposed);
        assertThat(SetupRules.broken(new NetworkSetup("cluster", proposed), Optional.empty()))
                .isEmpty();
        Plan plan = Planner.plan(seen, proposed);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).isEmpty();
    }

    @Test
    void anyCorefileThatIsAdoptedPlansNothing() {
        Map<String, String> files = Exports.files("kubeadm-flannel");
        ClusterObject live =
                Exports.cluster(files).configMap("kube-system", "coredns").orElseThrow();
        Random random = new Random(17);
        List<String> corefiles = Suites.parsedInputs();
        int adopted = 0;
        for (int run = 0; run < 400; run++) {
            String corefile = corefiles.get(random.nextInt(corefiles.size()));
            Observation seen = Observation.of(ClusterEdit.withData(Exports.cluster(files), live, "Corefile", corefile));

            Plan plan = Planner.plan(seen, Proposal.of(seen));

            assertThat(plan.changes()).as(corefile).extracting(Change::object).doesNotContain(live.id());
            adopted += plan.refusals().isEmpty() ? 1 : 0;
        }
        assertThat(adopted).isGreaterThan(100);
    }

    /** What a field can say is not left as text: the golden Corefiles of the renderer come back as fields. */
    @Test
    void whatWeRenderComesBackAsFields() {
        Cluster cluster = Exports.cluster("kubeadm-flannel");
        ClusterObject live = cluster.configMap("kube-system", "coredns").orElseThrow();
        List<String> asText = new ArrayList<>();
        for (String golden : GoldenSettings.all().keySet()) {
            String corefile = CorefileText.write(GoldenSettings.of(golden), Optional.empty())
                    .text();
            Observation seen = Observation.of(ClusterEdit.withData(cluster, live, "Corefile", corefile));
            NetworkSetupSpec proposed = Proposal.of(seen);

            assertThat(Planner.plan(seen, proposed).changes())
                    .as(golden)
                    .extracting(Change::object)
                    .doesNotContain(live.id());
            if (!proposed.dns().mainBlock()) {
                asText.add(golden);
            }
        }
        // its exact reverse zones are ranges of another cluster
        assertThat(asText).containsExactly("reverse-exact");
    }

    @Test
    void theSameExportGivesTheSameBytesInAnyOrder() {
        Map<String, String> files = Exports.files("kubeadm-calico");
        Map<String, String> twice = new TreeMap<>(files);
        files.forEach((name, text) -> twice.put("z-" + name, text));
        Observation once = Observation.of(Exports.cluster(files));
        Observation again = Observation.of(Exports.cluster(twice));

        assertThat(again.readings()).isEqualTo(once.readings());
        assertThat(RecordWriter.tree(Proposal.of(again))).isEqualTo(RecordWriter.tree(Proposal.of(once)));
    }
}
