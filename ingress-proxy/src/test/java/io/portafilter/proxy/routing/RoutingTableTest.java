package io.portafilter.proxy.routing;

import static io.portafilter.proxy.routing.Tables.NOTHING;
import static io.portafilter.proxy.routing.Tables.host;
import static io.portafilter.proxy.routing.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {
    /** What the original answered to these hosts is recorded; 404 is {@code nothing}. */
    @ParameterizedTest
    @CsvSource({
        "ho.test, ho.test",
        "HO.TEST, ho.test",
        "ho.test:1234, ho.test",
        "ho.test., ho.test",
        "a.ho.test, *.ho.test",
        "A_b-1.ho.test, *.ho.test",
        "a.b.ho.test, nothing",
        "x.ho.test, x.ho.test",
        ".ho.test, nothing",
        "nope.test, nothing",
        "[::1], nothing",
        "127.0.0.1, nothing"
    })
    void hostsAreSelectedAsTheOriginalDoes(String authority, String host) {
        RoutingTable<String> table = table(host("ho.test"), host("*.ho.test"), host("x.ho.test"));

        assertThat(owner(table, HostName.of(authority))).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "al.test, al.test",
        "alias1.test, al.test",
        "x.alias2.test, al.test",
        "x.y.alias2.test, al.test",
        "alias2.test, nothing",
        "al12.rx.test, al.test",
        "alx.rx.test, nothing",
        "alias3.test, al2.test"
    })
    void aliasesAreSelectedAsTheOriginalDoes(String name, String host) {
        RoutingTable<String> table = table(
                host("al.test", "alias1.test", "*.alias2.test", "~^al\\d+\\.rx\\.test$"),
                host("al2.test", "al.test", "alias3.test"));

        assertThat(owner(table, name)).isEqualTo(host);
    }

    @Test
    void eachKindOfNameGoesBeforeTheNext() {
        RoutingTable<String> all = table(
                host("a.x.test"),
                host("*.x.test"),
                host("wild.test", "*.x.test"),
                host("regex.test", "~x\\.test$"),
                host("_"));

        assertThat(owner(all, "a.x.test")).isEqualTo("a.x.test");
        RoutingTable<String> noExact = all.edit().remove("a.x.test").build();
        assertThat(owner(noExact, "a.x.test")).isEqualTo("*.x.test");
        RoutingTable<String> noRuleWildcard = noExact.edit().remove("*.x.test").build();
        assertThat(owner(noRuleWildcard, "a.x.test")).isEqualTo("wild.test");
        RoutingTable<String> noAlias = noRuleWildcard.edit().remove("wild.test").build();
        assertThat(owner(noAlias, "a.x.test")).isEqualTo("regex.test");
        RoutingTable<String> onlyCatchAll = noAlias.edit().remove("regex.test").build();
        assertThat(owner(onlyCatchAll, "a.x.test")).isEqualTo("_");
        assertThat(owner(onlyCatchAll.edit().remove("_").build(), "a.x.test")).isEqualTo(NOTHING);
    }

    @Test
    void theLongestAliasWildcardIsAskedFirst() {
        RoutingTable<String> table = table(host("short.test", "*.c.test"), host("long.test", "*.b.c.test"));

        assertThat(owner(table, "a.b.c.test")).isEqualTo("long.test");
        assertThat(owner(table, "b.c.test")).isEqualTo("short.test");
    }

    @Test
    void amongExpressionsTheHostsNameDecidesAndThenTheAnnotationsOrder() {
        RoutingTable<String> table = table(host("b.test", "~^www\\."), host("a.test", "~^w3\\.", "~^www"));

        assertThat(owner(table, "www.test")).isEqualTo("a.test");
    }

    @Test
    void aRulesHostHasItsNameBeforeEveryAlias() {
        RoutingTable<String> table = table(host("z.test"), host("a.test", "z.test"));

        assertThat(owner(table, "z.test")).isEqualTo("z.test");
        assertThat(owner(table.edit().remove("z.test").build(), "z.test")).isEqualTo("a.test");
    }

    @Test
    void aHostInheritsNothingFromAnother() {
        RoutingTable<String> table =
                table(host("a.x.test", List.of(), new PathPattern.Exact("/only")), host("*.x.test"), host("_"));

        assertThat(table.route("a.x.test", "/only")).isEqualTo("a.x.test Exact /only");
        assertThat(table.route("a.x.test", "/other")).isEqualTo(NOTHING);
        assertThat(table.route("b.x.test", "/other")).isEqualTo("*.x.test Prefix /");
    }

    @Test
    void aNameLongerThanDnsAllowsIsLeftToTheCatchAll() {
        RoutingTable<String> table = table(host("a.test", "*.a.test"), host("_"));

        assertThat(owner(table, "x.".repeat(123) + "a.test")).isEqualTo("a.test");
        assertThat(owner(table, "x.".repeat(124) + "a.test")).isEqualTo("_");
    }

    private static String owner(RoutingTable<String> table, String name) {
        String route = table.route(name, "/");
        return route.equals(NOTHING) ? NOTHING : route.substring(0, route.indexOf(' '));
    }
}
