package io.portafilter.network.corefile.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.suite.Broken;
import io.portafilter.network.corefile.suite.BrokenInputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenInputsTest {
    static List<Broken> inputs() {
        return BrokenInputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefusedWithLinePluginValueAndRemedy(Broken broken) {
        Version version = broken.name().startsWith("two forwards") ? new Version(1, 9, 3) : new Version(1, 12, 0);
        Checked checked =
                check(broken, broken.rule() == Rule.VERSION ? CoreDns.of(version) : CoreDns.of(new Version(1, 14, 7)));

        assertThat(checked.accepted()).as(broken.name()).isFalse();
        Problem problem = checked.problems().stream()
                .filter(found -> found.rule() == broken.rule())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + broken.rule() + " in " + checked.problems()));
        assertThat(problem.place().line()).as(problem.sentence()).isEqualTo(broken.line());
        assertThat(problem.plugin()).isNotEmpty();
        assertThat(problem.remedy()).isNotEmpty();
        assertThat(problem.sentence()).endsWith(".");
        assertThat(checked.loads())
                .as(checked.problems().toString())
                .isEqualTo(problem.rule().effect() != io.portafilter.network.corefile.problem.Effect.DOES_NOT_LOAD);
    }

    @Test
    void thereAreManyAndEachRuleOfRefusalHasOne() {
        assertThat(inputs()).hasSizeGreaterThan(80);
        assertThat(inputs().stream().map(Broken::rule).distinct())
                .containsAll(java.util.Arrays.stream(Rule.values())
                        .filter(rule -> rule.effect().refused())
                        .filter(rule -> rule != Rule.SETTING && rule != Rule.TOO_LARGE)
                        .toList());
    }

    private static Checked check(Broken broken, CoreDns coreDns) {
        Map<String, String> files = new HashMap<>();
        broken.files().forEach((path, text) -> files.put("/etc/coredns/" + path, text.replace("@DNS@", "53")));
        return new CorefileCheck(coreDns, new ImportedFiles(files), Environment.empty())
                .check("/etc/coredns/Corefile", broken.text(53, 8080, "http://127.0.0.1:8001"));
    }
}
