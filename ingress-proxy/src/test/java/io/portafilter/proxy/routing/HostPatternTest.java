package io.portafilter.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {
    @ParameterizedTest
    @CsvSource({
        "a.ho.test, true",
        "a_b-1.ho.test, true",
        "a.b.ho.test, false",
        ".ho.test, false",
        "ho.test, false",
        "a\u00e4.ho.test, false",
        "a.xho.test, false"
    })
    void aRulesWildcardStandsForExactlyOneLabel(String name, boolean taken) {
        assertThat(HostPattern.ofRule("*.ho.test").matches(name)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"x.al.test, true", "x.y.al.test, true", "al.test, false", ".al.test, false", "xal.test, false"})
    void anAliasWildcardStandsForAnyNumberOfLabels(String name, boolean taken) {
        assertThat(HostPattern.ofAlias("*.al.test").matches(name)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"al12.rx.test, true", "alx.rx.test, false", "al1.rx.test.more, false", "xal1.rx.test, false"})
    void anExpressionIsSearchedInTheName(String name, boolean taken) {
        assertThat(HostPattern.ofAlias("~^al\\d+\\.rx\\.test$").matches(name)).isEqualTo(taken);
        assertThat(HostPattern.ofAlias("~AL\\d+\\.rx\\.test$").matches("x" + name))
                .isEqualTo(taken || name.startsWith("x"));
    }

    @Test
    void patternsAreComparedInLowerCase() {
        assertThat(HostPattern.ofRule("Ho.Test")).isEqualTo(new HostPattern.Exact("ho.test"));
        assertThat(HostPattern.ofRule("*.Ho.Test")).isEqualTo(new HostPattern.OneLabel("ho.test"));
        assertThat(HostPattern.ofAlias("*.Ho.Test")).isEqualTo(new HostPattern.AnyLabels("ho.test"));
        assertThat(HostPattern.ofRule("_")).isEqualTo(new HostPattern.CatchAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "www.example.*", "*.*.test"})
    void anAliasOfAnotherFormIsRefusedWithASentence(String alias) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPattern.ofAlias(alias))
                .withMessageContaining("\"" + alias + "\"")
                .withMessageContaining("neither a name");
    }

    @Test
    void anExpressionThatNeedsBacktrackingIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPattern.ofAlias("~^(?!www)x"))
                .withMessageContaining("~^(?!www)x")
                .withMessageContaining("RE2");
    }

    @ParameterizedTest
    @CsvSource({
        "'^al\\d+\\.rx', al",
        "'^shop\\.example\\.com$', shop.example.com",
        "'^Shops?\\.', shop",
        "'^a{2}b', ''",
        "'^ab*', a",
        "'^(a|b)', ''",
        "'^a|b', ''",
        "'shop', ''",
        "'^[ab]c', ''",
        "'^a\\.?b', a",
        "'^', ''",
        "'^(?i)shop', ''"
    })
    void theLiteralPrefixIsWhatEveryMatchBeginsWith(String regex, String prefix) {
        assertThat(LiteralPrefix.of(regex)).isEqualTo(prefix);
    }
}
