package io.portafilter.compiler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    private static final Status LATER = new Status.Later(Absence.OPENS);

    @Test
    void aTruthValueIsInEffectUnlessItIsFalse() {
        Entry entry = Entry.of("enable-modsecurity", Formats.BOOL, LATER, "a firewall");

        assertThat(entry.inEffect("true")).isTrue();
        assertThat(entry.inEffect("F")).isFalse();
        assertThat(entry.inEffect("")).isFalse();
    }

    @Test
    void aTextThatCannotBeReadIsInEffect() {
        assertThat(Entry.of("enable-modsecurity", Formats.BOOL, LATER, "a firewall")
                        .inEffect("on"))
                .isTrue();
    }

    @Test
    void otherIdleTextsReplaceFalse() {
        Entry entry = Entry.of("enable-access-log", Formats.BOOL, LATER, "log").withIdle("true");

        assertThat(entry.inEffect("1")).isFalse();
        assertThat(entry.inEffect("0")).isTrue();
    }

    @Test
    void onlyWhatOpensOrMisleadsCloses() {
        assertThat(Absence.values()).filteredOn(Absence::denies).containsExactly(Absence.MISLEADS, Absence.OPENS);
    }

    @ParameterizedTest
    @CsvSource({
        "proxy-body-sise,proxy-body-size",
        "proxy_body_size,proxy-body-size",
        "Proxy-Body-Size,proxy-body-size",
        "proxy-bdoy-size,proxy-body-size",
        "cannary,canary",
        "rps,rpm"
    })
    void nearNamesAreGuessed(String name, String guess) {
        assertThat(Nearest.to(name, List.of("canary", "proxy-body-size", "rpm")))
                .contains(guess);
    }

    @Test
    void farNamesAreNot() {
        assertThat(Nearest.to("something-else", List.of("canary", "proxy-body-size", "rpm")))
                .isEmpty();
    }

    @Test
    void ofEquallyNearNamesTheFirstIsGuessed() {
        assertThat(Nearest.to("limit-rpx", List.of("limit-rps", "limit-rpm"))).contains("limit-rpm");
    }

    @Test
    void quotedTextsStayOnOneLineAndShort() {
        assertThat(Quoted.of("a\r\nb\u0000")).isEqualTo("\"a\\u000d\\u000ab\\u0000\"");
        assertThat(Quoted.of("x".repeat(121))).isEqualTo("\"" + "x".repeat(120) + "…\"");
        assertThat(Quoted.of("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny all;",
                "satisfy any;",
                "if ($http_x) { return 403; }",
                "access_by_lua_block { ngx.exit(403) }",
                "AUTH_BASIC \"x\";",
                "SecRule ARGS \"@rx x\" \"deny\"",
                "limit_req zone=a;",
                "# deny nobody"
            })
    void snippetsThatMayRefuseAreFound(String snippet) {
        assertThat(Directives.mayRefuse(snippet)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "more_set_headers \"X-A: b\";",
                "proxy_set_header X-Denylist a;",
                "gzip on;",
                "add_header X-Frame-Options DENYALL;"
            })
    void otherSnippetsAreNot(String snippet) {
        assertThat(Directives.mayRefuse(snippet)).isFalse();
    }
}
