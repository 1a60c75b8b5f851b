package io.portafilter.network.corefile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.suite.Suites;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Our parser beside CoreDNS's own, on what that one said. */
class ParserGoldenTest {
    private record Word(int line, String text) {}

    private record Block(List<String> keys, Map<String, List<Word>> tokens) {}

    @Test
    void agreesWithCoreDnsOnEveryCase() {
        List<JsonNode> rows = Suites.rows("corefile-parse-golden.json");
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows) {
            String input = row.get("Input").asText();
            Corefile ours = CorefileParser.following(ImportedFiles.none()).parse("Corefile", input);
            String difference = row.has("Error")
                    ? compareError(row.get("Error").asText(), ours)
                    : compare(blocks(row.path("Blocks")), ours);
            if (!difference.isEmpty()) {
                differences.add(row.get("Source").asText() + "\n" + input + "\n" + difference);
            }
        }
        assertThat(rows).hasSize(2338);
        assertThat(differences).isEmpty();
    }

    private static String compareError(String theirs, Corefile ours) {
        String said = ours.problems().stream()
                .filter(Problem::refused)
                .map(problem -> "Corefile:" + problem.place().line() + " - "
                        + (problem.what().startsWith("Syntax error: ") ? "" : "Error during parsing: ")
                        + problem.what())
                .findFirst()
                .orElse("no error");
        return said.equals(theirs) ? "" : "theirs: " + theirs + "\nours:   " + said;
    }

    private static String compare(List<Block> theirs, Corefile ours) {
        List<Block> mine = ours.blocks().stream()
                .map(block -> new Block(block.keys(), words(block)))
                .toList();
        return ours.parsed() && mine.equals(theirs)
                ? ""
                : "theirs: " + theirs + "\nours:   " + mine + "\n" + ours.problems();
    }

    private static Map<String, List<Word>> words(ServerBlock block) {
        Map<String, List<Word>> words = new TreeMap<>();
        block.tokens()
                .forEach((name, tokens) -> words.put(
                        name,
                        tokens.stream()
                                .map(token -> new Word(token.line(), token.text()))
                                .toList()));
        return words;
    }

    private static List<Block> blocks(JsonNode rows) {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> keys = new ArrayList<>();
            row.path("Keys").forEach(key -> keys.add(key.asText()));
            Map<String, List<Word>> tokens = new LinkedHashMap<>();
            row.path("Tokens").properties().forEach(entry -> {
                List<Word> words = new ArrayList<>();
                entry.getValue()
                        .forEach(word -> words.add(new Word(
                                word.get("Line").asInt(), word.get("Text").asText())));
                tokens.put(entry.getKey(), words);
            });
            blocks.add(new Block(keys, new TreeMap<>(tokens)));
        }
        return blocks;
    }
}
