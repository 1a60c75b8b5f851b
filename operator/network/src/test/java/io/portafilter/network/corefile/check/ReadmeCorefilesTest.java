package io.portafilter.network.corefile.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.network.corefile.form.Version;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.suite.Suites;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** CoreDNS asserts that every example of its own documentation loads. */
class ReadmeCorefilesTest {
    private final List<JsonNode> rows = Suites.rows("coredns-readme-corefiles.json");

    @Test
    void allExamplesParse() {
        assertThat(rows)
                .hasSize(121)
                .allSatisfy(row -> assertThat(CorefileParser.following(ImportedFiles.none())
                                .parse("Corefile", row.get("corefile").asText())
                                .parsed())
                        .isTrue());
    }

    @Test
    void noneIsSaidNotToLoad() {
        CorefileCheck check = CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7)));
        String refused = rows.stream()
                .map(row -> row.get("corefile").asText())
                .filter(text -> !check.check("Corefile", text).loads())
                .map(text -> text + check.check("Corefile", text).problems())
                .collect(Collectors.joining("\n\n"));
        assertThat(refused).isEmpty();
    }

    @Test
    void whatMisleadsInThemIsFew() {
        CorefileCheck check = CorefileCheck.plain(CoreDns.of(new Version(1, 14, 7)));
        assertThat(rows.stream()
                        .flatMap(row ->
                                check.check("Corefile", row.get("corefile").asText()).problems().stream())
                        .filter(problem -> problem.rule() != Rule.ENVIRONMENT_EMPTY && problem.rule() != Rule.EMPTY)
                        .map(problem -> problem.sentence()))
                .isEmpty();
    }
}
