package io.portafilter.network.corefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.network.corefile.suite.Suites;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseZonesGoldenTest {
    @Test
    void agreesWithCoreDnsOnEveryNetwork() {
        List<JsonNode> rows = Suites.rows("reverse-zones-golden.json");
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows) {
            Zones ours = Zones.split(row.get("In").asText());
            List<String> theirs = row.path("Zones")
                    .valueStream()
                    .map(JsonNode::asText)
                    .map(DomainName::normal)
                    .toList();
            List<String> mine = ours.hosts().stream().map(DomainName::normal).toList();
            if (!mine.equals(theirs)
                    || !ours.port().equals(row.path("Port").asText(""))
                    || !ours.error().equals(row.path("Error").asText(""))) {
                differences.add(row + "\nours: " + ours);
            }
        }
        assertThat(rows).hasSize(284);
        assertThat(differences).isEmpty();
    }

    @Test
    void aNetworkBetweenTwoLabelsIsSplit() {
        assertThat(Zones.split("10.96.0.0/12").hosts())
                .hasSize(16)
                .startsWith("96.10.in-addr.arpa.")
                .endsWith("111.10.in-addr.arpa.");
        assertThat(Zones.split("192.168.0.0/17").hosts()).hasSize(128);
        assertThat(Zones.split("fd00:10:96::/111").hosts()).hasSize(2);
        assertThat(Zones.split("0.0.0.0/0").hosts()).containsExactly("in-addr.arpa.");
    }
}
