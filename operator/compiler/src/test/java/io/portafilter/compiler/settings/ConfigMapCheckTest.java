package io.portafilter.compiler.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portafilter.compiler.Golden;
import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigMapCheckTest {
    @Test
    void everyOptionThatIsSetIsAnsweredFor() throws IOException {
        Map<String, String> all = new TreeMap<>();
        OptionCatalogue.BY_NAME.keySet().forEach(name -> all.put(name, "true"));

        String out = check(all).stream()
                .map(finding -> "%s %s: %s\n".formatted(finding.severity(), finding.id(), finding.message()))
                .collect(Collectors.joining());

        Golden.check("operator/compiler/src/test/resources/io/portafilter/compiler/settings/every-option.out.txt", out);
    }

    @Test
    void whatAsksForWhatHoldsAnywayIsNotMentioned() {
        assertThat(check(Map.of(
                        "use-http2", "true",
                        "load-balance", "round_robin",
                        "use-gzip", "false",
                        "ssl-protocols", "TLSv1.2 TLSv1.3",
                        "keep-alive", "75",
                        "add-headers", "")))
                .isEmpty();
    }

    @Test
    void unknownOptionsAreNamedWithAGuess() {
        assertThat(check(Map.of("proxy-body-sise", "1m", "whatever-that-is", "x")))
                .extracting(Finding::field, Finding::message)
                .containsExactly(
                        tuple(
                                "data[proxy-body-sise]",
                                "proxy-body-sise is unknown and has no effect; did you mean proxy-body-size?"),
                        tuple("data[whatever-that-is]", "whatever-that-is is unknown and has no effect"));
    }

    @Test
    void aSnippetSaysWhetherItCloses() {
        assertThat(check(Map.of("server-snippet", "deny all;", "http-snippet", "gzip on;")))
                .extracting(Finding::message)
                .satisfiesExactly(
                        harmless -> assertThat(harmless).endsWith("it has no effect"),
                        closing -> assertThat(closing).contains("every route answers 503"));
    }

    private static List<Finding> check(Map<String, String> data) {
        Meta meta = new Meta(new Name("ingress", "controller"), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>());
        return OptionCatalogue.check(new ConfigMap(meta, new TreeMap<>(data)));
    }
}
