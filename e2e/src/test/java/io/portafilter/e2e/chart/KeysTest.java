package io.portafilter.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of each value of ingress-nginx's chart: {@code keys.yaml} says it, and neither chart nor page may say otherwise. */
final class KeysTest {
    private static final Path LEAVES = Path.of("src/test/resources/io/portafilter/e2e/chart/ingress-nginx-keys.txt");
    private static final Path PAGE = Helm.CHART.resolve("../../docs/helm-values.md");

    private final Map<String, String> keys = keys();
    private final List<String> theirs = Files.readAllLines(LEAVES);
    private final List<String> ours = List.copyOf(Yaml.leaves(Yaml.map(Helm.CHART.resolve("values.yaml"))));

    KeysTest() throws IOException {}

    @Test
    void eachOfTheirValuesHasAFate() {
        assertThat(theirs).hasSize(345);
        assertThat(theirs.stream().filter(leaf -> key(leaf).isEmpty())).isEmpty();
    }

    @Test
    void eachFateIsOneOfFour() {
        assertThat(keys.values()).allMatch(fate -> fate.matches("same|ours|changed: .+|ignored: .+"));
    }

    @Test
    void eachOfOurDefaultsIsAKey() {
        assertThat(ours.stream().filter(leaf -> key(leaf).isEmpty())).isEmpty();
    }

    @Test
    void whatIsIgnoredHasNoDefault() {
        assertThat(ours.stream().filter(leaf -> fate(leaf).startsWith("ignored")))
                .isEmpty();
    }

    @Test
    void whatIsNotIgnoredHasADefaultAsTheirsHas() {
        Stream<String> missing = theirs.stream()
                .filter(leaf -> !fate(leaf).startsWith("ignored"))
                .filter(leaf -> ours.stream()
                        .noneMatch(our ->
                                our.equals(leaf) || key(leaf).orElseThrow().equals(our)))
                .filter(leaf -> !leaf.startsWith("controller.lifecycle"));
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNotIgnoredIsReadByATemplate() throws IOException {
        String templates = templates();
        Stream<String> unread = keys.entrySet().stream()
                .filter(key -> !key.getValue().startsWith("ignored"))
                .map(Map.Entry::getKey)
                .filter(key -> !templates.contains(key.substring(key.lastIndexOf('.') + 1)));
        assertThat(unread).isEmpty();
    }

    @Test
    void theSchemaKnowsEachOfOurDefaults() throws IOException {
        String schema = Files.readString(Helm.CHART.resolve("values.schema.json"));
        Stream<String> unknown = ours.stream()
                .map(leaf -> key(leaf).orElseThrow())
                .filter(key -> !schema.contains("\"" + key.substring(key.lastIndexOf('.') + 1) + "\""));
        assertThat(unknown).isEmpty();
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        String page = page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() {
        return """
                # Values of ingress-nginx's chart

                What became of the 345 values of chart 4.15.1, and of those that it knows without a default. A key stands for all below
                it. `helm install` names those of your values that are ignored or that nobody knows. Made from
                [keys.yaml](../helm/portafilter/keys.yaml) by a test; [helm.md](helm.md) explains the chart.

                ## Ignored

                %s
                ## Changed

                %s
                ## The same

                %s
                """.formatted(table("ignored"), table("changed"), same());
    }

    private String table(String fate) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().startsWith(fate + ": "))
                .map(key -> "| `" + key.getKey() + "` | " + key.getValue().substring(fate.length() + 2) + " |\n")
                .collect(Collectors.joining(
                        "", "| key | " + (fate.equals("ignored") ? "why" : "how") + " |\n|---|---|\n", ""));
    }

    private String same() {
        Map<String, List<String>> byParent = keys.entrySet().stream()
                .filter(key -> key.getValue().equals("same"))
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(KeysTest::parent, TreeMap::new, Collectors.toList()));
        return byParent.entrySet().stream()
                .map(group -> "* " + (group.getKey().isEmpty() ? "" : "`" + group.getKey() + "`: ")
                        + group.getValue().stream()
                                .map(key -> "`" + key.substring(key.lastIndexOf('.') + 1) + "`")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private static String parent(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }

    /** The key that speaks for this leaf: itself, else what is above it. */
    private Optional<String> key(String leaf) {
        return keys.keySet().stream()
                .filter(key -> leaf.equals(key) || leaf.startsWith(key + "."))
                .findFirst();
    }

    private String fate(String leaf) {
        return key(leaf).map(keys::get).orElse("");
    }

    private static Map<String, String> keys() {
        return Yaml.map(Helm.CHART.resolve("keys.yaml")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        key -> String.valueOf(key.getValue()),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    private static String templates() throws IOException {
        try (Stream<Path> files = Files.walk(Helm.CHART.resolve("templates"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
