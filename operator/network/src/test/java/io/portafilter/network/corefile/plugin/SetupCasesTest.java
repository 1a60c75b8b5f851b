package io.portafilter.network.corefile.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.suite.Suites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Our readers beside the cases of CoreDNS's own tests of its setup functions. */
class SetupCasesTest {
    @Test
    void acceptAndRefuseWhatCoreDnsDoes() {
        List<JsonNode> rows = Suites.rows("coredns-setup-cases.json");
        List<String> differences = new ArrayList<>();
        Map<String, Integer> judged = new TreeMap<>();
        Map<String, Integer> opaque = new TreeMap<>();
        for (JsonNode row : rows) {
            String plugin = row.get("Plugin").asText().replace("metrics", "prometheus");
            if (!Plugins.judged().contains(plugin)) {
                opaque.merge(plugin, 1, Integer::sum);
                assertThat(parse(row.get("Input").asText()).blocks()).isNotEmpty();
                continue;
            }
            judged.merge(plugin, 1, Integer::sum);
            List<Problem> problems = problems(row, plugin);
            if (problems.isEmpty() == row.get("ShouldErr").asBoolean()) {
                differences.add(row + "\n" + problems);
            }
        }
        System.out.println(
                "setup cases: judged " + sum(judged) + " " + judged + "; not judged " + sum(opaque) + " " + opaque);
        assertThat(differences).isEmpty();
        assertThat(sum(judged) + sum(opaque)).isEqualTo(631);
        assertThat(sum(judged)).isGreaterThanOrEqualTo(288);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Problem> problems(JsonNode row, String plugin) {
        String input = row.get("Input").asText();
        boolean bare = plugin.equals("cache") && !input.strip().startsWith("cache");
        Corefile corefile = parse(bare ? "cache {\n" + input + "\n}" : input);
        List<Problem> problems = new ArrayList<>(corefile.problems());
        corefile.blocks().forEach(block -> problems.addAll(Plugins.read(block).problems()));
        return problems.stream().filter(Problem::refused).toList();
    }

    private static Corefile parse(String stanza) {
        return CorefileParser.following(ImportedFiles.none()).parse("Corefile", ".:53 {\n" + stanza + "\n}\n");
    }
}
