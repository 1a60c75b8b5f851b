package io.portafilter.compiler.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Golden;
import io.portafilter.compiler.StatusWords;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/annotations.md} from the catalogue. */
class AnnotationsPageTest {
    private static final String HEAD = """
            # Annotations

            Every annotation that ingress-nginx knows, under `nginx.ingress.kubernetes.io/` (flag `--annotations-prefix`), and what
            becomes of it here. This page is written by a test from the catalogue in `io.portafilter.compiler.annotation`.

            * **built**: it does what it does in ingress-nginx.
            * **later**: it is not built yet. What protects somebody is never dropped in silence: its routes answer 503 until it is
              built or removed. What follows the word is what happens until then.
            * **never**: it will do nothing; the reason follows.

            An invalid value has one of three effects. **Rejected**: the Ingress is not accepted; its last accepted version stays in
            force, and a new Ingress has no routes. **503**: the routes of the Ingress answer 503. **Ignored**: as if it were not
            set. *503, unlike ingress-nginx* marks what ingress-nginx would serve without the protection that was asked for. An
            empty value is no value. Parts of something else, such as `auth-realm`, are looked at only when the whole is set.

            | built | later | never |
            |---|---|---|
            """;

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        Golden.check("docs/annotations.md", head() + sections());
    }

    @Test
    void noCellBreaksTheTable() {
        assertThat(AnnotationCatalogue.BY_NAME.values())
                .allSatisfy(annotation -> assertThat(annotation.entry().about())
                        .doesNotContain("|", "\n")
                        .isNotBlank());
    }

    private static String head() {
        List<String> words = AnnotationCatalogue.BY_NAME.values().stream()
                .map(annotation -> StatusWords.first(annotation.entry().status()))
                .toList();
        return HEAD
                + "| %d | %d | %d |\n"
                        .formatted(
                                StatusWords.count(words, "built"),
                                StatusWords.count(words, "later"),
                                StatusWords.count(words, "never"));
    }

    private static String sections() {
        return AnnotationCatalogue.GROUPS.stream()
                .map(AnnotationsPageTest::section)
                .collect(Collectors.joining());
    }

    private static String section(Group group) {
        return "\n## " + group.title()
                + "\n\n| annotation | what it does | status | an invalid value | risk |\n|---|---|---|---|---|\n"
                + group.annotations().stream().map(AnnotationsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Annotation annotation) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        annotation.name(),
                        annotation.entry().about(),
                        StatusWords.of(annotation.entry()),
                        invalid(annotation),
                        annotation.risk().label());
    }

    private static String invalid(Annotation annotation) {
        return switch (annotation.onInvalid()) {
            case REJECT -> "rejected";
            case DENY -> "503";
            case FAIL_CLOSED -> "503, unlike ingress-nginx";
            case IGNORE -> "ignored";
        };
    }
}
