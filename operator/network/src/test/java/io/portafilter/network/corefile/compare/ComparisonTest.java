package io.portafilter.network.corefile.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.parse.CorefileParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String ONE = """
            .:53 {
                errors
                cache 30 {
                    success 2048
                    disable success cluster.local
                    disable denial cluster.local
                }
                forward a.example 10.0.0.1
                forward . 10.0.0.2
            }
            example.org {
                whoami
            }
            """;

    @Test
    void orderBetweenPluginsAndOfOptionsMeansNothing() {
        assertThat(differences(ONE, """
                # a comment
                dns://EXAMPLE.org.:53 {
                    whoami # another
                }
                . {
                    forward a.example 10.0.0.1
                    forward . "10.0.0.2"
                    cache 30 {
                        disable denial cluster.local
                        success 2048
                        disable success cluster.local
                    }
                    errors
                    chaos portafilter-1f0c
                }
                """)).isEmpty();
    }

    @Test
    void orderWithinAPluginMeansMuch() {
        assertThat(differences(
                        ONE,
                        ONE.replace(
                                "forward a.example 10.0.0.1\n    forward . 10.0.0.2",
                                "forward . 10.0.0.2\n    forward a.example 10.0.0.1")))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.block()).isEqualTo("dns://.:53");
                    assertThat(difference.plugin()).isEqualTo("forward");
                    assertThat(difference.before().getFirst()).containsExactly("forward", "a.example", "10.0.0.1");
                    assertThat(difference.after().getFirst()).containsExactly("forward", ".", "10.0.0.2");
                });
    }

    @Test
    void argumentsPluginsAndBlocksAreToldApart() {
        assertThat(differences(ONE, ONE.replace("cache 30", "cache 60")))
                .extracting(Difference::plugin)
                .containsExactly("cache");
        assertThat(differences(ONE, ONE.replace("    errors\n", "")))
                .extracting(Difference::plugin)
                .containsExactly("errors");
        assertThat(differences(ONE, ONE.replace("example.org {", "example.net {")))
                .extracting(Difference::block)
                .containsExactly("dns://example.net.:53", "dns://example.org.:53");
        assertThat(differences(ONE, ONE + "import more/*.server\n"))
                .extracting(Difference::plugin)
                .containsExactly("import");
        assertThat(differences(ONE, ONE + "example.org:53 {\n whoami\n}\n")).hasSize(1);
    }

    @Test
    void aLineBreakIsNoSpace() {
        assertThat(differences(".:53 {\n log {\n  class all\n }\n}", ".:53 {\n log { class all\n }\n}"))
                .hasSize(1);
    }

    @Test
    void whereAnImportStandsAmongForwardsMeansMuch() {
        String before = ".:53 {\n import x/*.override\n forward . 10.0.0.1\n}\n";
        String after = ".:53 {\n forward . 10.0.0.1\n import x/*.override\n}\n";
        assertThat(differences(before, after)).extracting(Difference::plugin).containsExactly("forward");
        assertThat(differences(
                        before.replace("forward . 10.0.0.1", "cache"), after.replace("forward . 10.0.0.1", "cache")))
                .isEmpty();
    }

    @Test
    void aForeignChaosRecordCounts() {
        assertThat(differences(".:53 {\n chaos a\n}", ".:53 {\n}")).hasSize(1);
        assertThat(differences(".:53 {\n chaos portafilter-a b\n}", ".:53 {\n}"))
                .hasSize(1);
    }

    @Test
    void peopleSeeAUnifiedDiff() {
        String after = ONE.replace("cache 30", "cache 60");

        assertThat(Comparison.diff("live", ONE, "wanted", after)).isEqualTo("""
                --- live
                +++ wanted
                @@ -1,6 +1,6 @@
                 .:53 {
                     errors
                -    cache 30 {
                +    cache 60 {
                         success 2048
                         disable success cluster.local
                         disable denial cluster.local
                """);
        assertThat(Comparison.diff("live", ONE, "wanted", ONE)).isEmpty();
    }

    private static List<Difference> differences(String before, String after) {
        return Comparison.of(meaning(before), meaning(after));
    }

    private static Meaning meaning(String text) {
        return Meaning.of(CorefileParser.keeping().parse("Corefile", text));
    }
}
