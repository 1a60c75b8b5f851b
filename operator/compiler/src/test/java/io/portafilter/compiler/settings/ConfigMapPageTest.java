package io.portafilter.compiler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Golden;
import io.portafilter.compiler.StatusWords;
import io.portafilter.compiler.catalogue.Entry;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/configmap.md} from the catalogue. */
class ConfigMapPageTest {
    private static final String HEAD = """
            # Options of the controller's ConfigMap

            Every option that ingress-nginx knows (flag `--configmap`), and what becomes of it here. This page is written by a test
            from the catalogue in `io.portafilter.compiler.settings`.

            * **built**: it does what it does in ingress-nginx; the default stands in brackets. A value that cannot be read is
              reported, and the default is used; for `annotations-risk-level` it is the strictest level.
            * **later**: it is not built yet. While an option is set that keeps somebody out, every route answers 503. What follows
              the word is what happens until then.
            * **never**: it will do nothing; the reason follows. Snippets in `http-snippet`, `server-snippet` and
              `location-snippet` that hold directives which can refuse requests close every route until they are removed.

            | built | later | never |
            |---|---|---|
            """;

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        Golden.check("docs/configmap.md", head() + sections());
    }

    @Test
    void noCellBreaksTheTable() {
        assertThat(OptionCatalogue.BY_NAME.values())
                .allSatisfy(option ->
                        assertThat(option.about()).doesNotContain("|", "\n").isNotBlank());
    }

    private static String head() {
        List<String> words = OptionCatalogue.BY_NAME.values().stream()
                .map(option -> StatusWords.first(option.status()))
                .toList();
        return HEAD
                + "| %d | %d | %d |\n"
                        .formatted(
                                StatusWords.count(words, "built"),
                                StatusWords.count(words, "later"),
                                StatusWords.count(words, "never"));
    }

    private static String sections() {
        return OptionCatalogue.GROUPS.stream().map(ConfigMapPageTest::section).collect(Collectors.joining());
    }

    private static String section(OptionGroup group) {
        return "\n## " + group.title() + "\n\n| option | what it does | status |\n|---|---|---|\n"
                + group.options().stream().map(ConfigMapPageTest::row).collect(Collectors.joining());
    }

    private static String row(Entry option) {
        return "| `%s` | %s | %s |\n".formatted(option.name(), option.about(), StatusWords.of(option));
    }
}
