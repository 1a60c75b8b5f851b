package io.portafilter.crds.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.setup.NetworkSetupSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final Map<String, Object> LEAST = Map.of(
            "pods", Map.of("cidrs", List.of("10.244.0.0/16")), "services", Map.of("cidrs", List.of("10.96.0.0/12")));

    @Test
    void whatIsNotSaidHasItsDefault() {
        NetworkSetupSpec spec = read(LEAST).value();

        assertThat(read(LEAST).problems()).isEmpty();
        assertThat(spec.mode()).isEqualTo(NetworkSetupSpec.Mode.OBSERVE);
        assertThat(spec.dns().clusterDomain()).isEqualTo("cluster.local");
        assertThat(spec.dns().upstreams().servers()).containsExactly("/etc/resolv.conf");
        assertThat(RecordWriter.tree(spec)).isEqualTo(LEAST);
    }

    @Test
    void whatIsWrongIsNamedWithPathValueAndRemedy() {
        Object tree = Map.of(
                "mode", "Sometimes",
                "pods", Map.of("cidrs", "10.244.0.0/16", "nodeMask", Map.of("ipv4", 99)),
                "services", Map.of("cidrs", Arrays.asList("10.96.0.0/12", null), "aditional", List.of()),
                "dns", Map.of("autopath", "yes", "ttlSeconds", "30"),
                "cni", 7);

        assertThat(read(tree).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "spec.mode: \"Sometimes\" cannot stand here; write one of Observe, Plan, Enforce",
                        "spec.pods.cidrs: \"10.244.0.0/16\" cannot stand here; write a list",
                        "spec.pods.nodeMask.ipv4: \"99\" cannot stand here; write a whole number from 8 to 30",
                        "spec.services.aditional: there is no such field; there are cidrs, additional, nodePortRange",
                        "spec.services.cidrs[1]: it is null; write a value or remove it",
                        "spec.dns.ttlSeconds: \"30\" cannot stand here; write a whole number from -1 to 3600",
                        "spec.dns.autopath: \"yes\" cannot stand here; write true or false",
                        "spec.cni: \"7\" cannot stand here; write a mapping");
    }

    @Test
    void anythingAtAllIsReadWithoutAnException() {
        for (Object tree : Arrays.asList("", 1, List.of(), Map.of(1, 2), Map.of("pods", 1, "services", List.of(1)))) {
            assertThat(read(tree).problems()).as("%s", tree).isNotEmpty();
        }
    }

    private static RecordReader.Read<NetworkSetupSpec> read(Object tree) {
        return RecordReader.read(NetworkSetupSpec.class, tree, "spec");
    }
}
