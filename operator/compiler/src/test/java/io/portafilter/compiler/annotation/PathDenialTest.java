package io.portafilter.compiler.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathDenialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/shop/a-b_c.d", "/caf%C3%A9"})
    void plainPathsOfRegexHostsAreServed(String path) {
        assertThat(scope(Map.of("use-regex", "true"), path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/.*", "/a|/b", "/[0-9]", "/x$", "/a b"})
    void patternsCloseTheirHosts(String path) {
        assertThat(scope(Map.of("use-regex", "true"), path)).contains(Denial.Scope.HOSTS);
        assertThat(scope(Map.of("use-regex", "false"), path)).isEmpty();
    }

    @Test
    void aRewriteToThePathItselfIsNone() {
        Reading.Accepted reading = Annotated.accepted(Map.of("rewrite-target", "/"));

        assertThat(reading.denial("/")).isEmpty();
        assertThat(reading.denial("")).isEmpty();
        assertThat(reading.values().regexMode("/")).isFalse();
    }

    @Test
    void aRewrittenPathIsClosedAndItsHostIsInRegexMode() {
        Reading.Accepted reading = Annotated.accepted(Map.of("rewrite-target", "/"));

        assertThat(reading.denial("/shop").map(Denial::scope)).contains(Denial.Scope.ROUTES);
        assertThat(reading.denial("/shop(/|$)(.*)").map(Denial::scope)).contains(Denial.Scope.HOSTS);
        assertThat(reading.values().regexMode("/shop")).isTrue();
    }

    @Test
    void theDenialOfTheIngressComesFirst() {
        Reading.Accepted reading = Annotated.accepted(Map.of("rewrite-target", "/", "auth-type", "basic"));

        assertThat(reading.denial("/shop")).isEqualTo(reading.denial());
    }

    private static Optional<Denial.Scope> scope(Map<String, String> annotations, String path) {
        return Annotated.accepted(annotations).denial(path).map(Denial::scope);
    }
}
