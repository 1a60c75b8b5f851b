package io.portafilter.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTableTest {
    @ParameterizedTest
    @CsvSource({"/foo, /foo", "/foo/, /foo", "/foo/bar, /foo", "/foobar, none", "/FOO, none", "/, none", "/fo, none"})
    void aPrefixMatchesWholeElementsOnly(String path, String rule) {
        assertThat(taken(table(prefix("/foo")), path)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"/foo, /foo", "/foo/, none", "/foo/bar, none", "/Foo, none", "/bar, none"})
    void anExactPathMatchesItselfOnly(String path, String rule) {
        assertThat(taken(table(exact("/foo")), path)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/aaa/bbb, /aaa/bbb",
        "/aaa/bbb/ccc, /aaa/bbb",
        "/aaa/ccc, /aaa",
        "/aaa, /aaa",
        "/aaaccc, /",
        "/aaa-b, /aaa-b",
        "/aaa-b/x, /aaa-b",
        "/aaa.b/x, /",
        "/zzz, /"
    })
    void theLongestPrefixWins(String path, String rule) {
        assertThat(taken(table(prefix("/"), prefix("/aaa"), prefix("/aaa-b"), prefix("/aaa/bbb")), path))
                .isEqualTo(rule);
    }

    @Test
    void anExactPathBeatsEveryPrefix() {
        PathTable<String> table = table(
                exact("/foo"), prefix("/foo/"), prefix("/"), new PathRule<>(new PathPattern.Prefix("/foo"), "prefix"));

        assertThat(taken(table, "/foo")).isEqualTo("/foo");
        assertThat(taken(table, "/foo/x")).isEqualTo("/foo/");
    }

    @ParameterizedTest
    @CsvSource({"/foo/, /foo/", "/foo/x, /foo/", "/foo, none", "/foox, none"})
    void aPrefixWithASlashAtItsEndMatchesBelowItOnly(String path, String rule) {
        assertThat(taken(table(prefix("/foo/")), path)).isEqualTo(rule);
    }

    @Test
    void aPathWhoseSlashIsMissingYieldsToRulesForThePathItself() {
        PathRule<String> missing = new PathRule<>(new PathPattern.SlashMissing("/p/"), "redirect");

        assertThat(taken(table(missing, prefix("/p/"), prefix("/")), "/p")).isEqualTo("redirect");
        assertThat(taken(table(missing, prefix("/p/"), prefix("/p")), "/p")).isEqualTo("/p");
        assertThat(taken(table(missing, prefix("/p/"), exact("/p")), "/p")).isEqualTo("/p");
        assertThat(taken(table(missing, prefix("/p/")), "/p/")).isEqualTo("/p/");
        assertThat(taken(table(missing, prefix("/p/")), "/px")).isEqualTo("none");
    }

    @Test
    void onlyARuleWithASlashCanMissIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathPattern.SlashMissing("/p"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PathPattern.SlashMissing("/"));
    }

    @Test
    void twoRulesOfOnePatternAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(exact("/a"), exact("/a")))
                .withMessageContaining("Exact /a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(prefix("/a"), prefix("/b"), prefix("/a")))
                .withMessageContaining("Prefix /a");
    }

    @Test
    void anEmptyTableTakesNothing() {
        assertThat(taken(table(), "/")).isEqualTo("none");
    }

    @Test
    void deepNestingIsClimbedToTheRightPlace() {
        List<PathRule<String>> rules = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (int depth = 0; depth < 200; depth++) {
            path.append("/e");
            rules.add(prefix(path.toString()));
        }
        PathTable<String> table = new PathTable<>(rules);

        assertThat(taken(table, path + "/e/e")).isEqualTo(path.toString());
        assertThat(taken(table, path + "x")).isEqualTo(path.substring(0, path.length() - 2));
        assertThat(taken(table, "/e/e/x")).isEqualTo("/e/e");
        assertThat(taken(table, "/x")).isEqualTo("none");
    }

    @Test
    void fiveThousandRulesAnswerLikeOne() {
        List<PathRule<String>> rules = Stream.concat(
                        IntStream.range(0, 2500).mapToObj(i -> prefix("/service" + i)),
                        IntStream.range(0, 2500).mapToObj(i -> exact("/service" + i + "/health")))
                .toList();
        PathTable<String> table = new PathTable<>(rules);

        for (int i = 0; i < 2500; i++) {
            assertThat(taken(table, "/service" + i + "/x")).isEqualTo("/service" + i);
            assertThat(taken(table, "/service" + i + "/health")).isEqualTo("/service" + i + "/health");
        }
        assertThat(taken(table, "/service2500")).isEqualTo("none");
    }

    private static String taken(PathTable<String> table, String path) {
        PathRule<String> rule = table.find(path);
        return rule == null ? "none" : rule.route();
    }

    @SafeVarargs
    private static PathTable<String> table(PathRule<String>... rules) {
        List<PathRule<String>> list = new ArrayList<>();
        for (PathRule<String> rule : rules) {
            list.add(rule);
        }
        return new PathTable<>(list);
    }

    private static PathRule<String> exact(String path) {
        return new PathRule<>(new PathPattern.Exact(path), path);
    }

    private static PathRule<String> prefix(String path) {
        return new PathRule<>(new PathPattern.Prefix(path), path);
    }
}
