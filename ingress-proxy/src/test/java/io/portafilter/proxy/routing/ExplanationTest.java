package io.portafilter.proxy.routing;

import static io.portafilter.proxy.routing.Tables.NOTHING;
import static io.portafilter.proxy.routing.Tables.host;
import static io.portafilter.proxy.routing.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void everyOtherNameSaysWhyItLost() {
        Explanation<String> explanation = table(
                        host("a.x.test"),
                        host("b.x.test"),
                        host("*.x.test"),
                        host("*.test"),
                        host("*.other.test"),
                        host("w.test", "*.x.test", "a.x.test"),
                        host("r.test", "~^b"),
                        host("_"))
                .explain("a.x.test", "/");

        assertThat(explanation.hostRule().orElseThrow().pattern()).isEqualTo(new HostPattern.Exact("a.x.test"));
        assertThat(explanation.otherHosts())
                .extracting(lost -> lost.rule().host().name() + ": " + lost.reason())
                .containsExactly(
                        "w.test: the host a.x.test has this name",
                        "*.other.test: the name does not match",
                        "*.test: \"a.x\" is not one label of letters, digits, _ and -",
                        "*.x.test: it matches, but a.x.test is asked first",
                        "w.test: it matches, but a.x.test is asked first",
                        "r.test: the name does not match",
                        "_: it matches, but a.x.test is asked first");
    }

    @Test
    void everyOtherRuleOfTheHostSaysWhyItLost() {
        Explanation<String> explanation = table(host(
                        "a.test",
                        List.of(),
                        new PathPattern.Prefix("/"),
                        new PathPattern.Prefix("/foo"),
                        new PathPattern.Prefix("/foo/ba"),
                        new PathPattern.Prefix("/foo/bar"),
                        new PathPattern.Prefix("/FOO"),
                        new PathPattern.Exact("/foo/bar/"),
                        new PathPattern.Exact("/Foo/Bar"),
                        new PathPattern.Exact("/zzz"),
                        new PathPattern.Prefix("/q/"),
                        new PathPattern.SlashMissing("/q/")))
                .explain("a.test", "/foo/bar");

        assertThat(explanation.route()).isEqualTo("a.test Prefix /foo/bar");
        assertThat(explanation.pathRule().orElseThrow().pattern()).isEqualTo(new PathPattern.Prefix("/foo/bar"));
        assertThat(explanation.otherPaths())
                .extracting(lost -> lost.rule().pattern() + ": " + lost.reason())
                .containsExactly(
                        "Prefix /: it matches, but Prefix /foo/bar is more precise",
                        "Prefix /FOO: upper and lower case differ",
                        "Exact /Foo/Bar: upper and lower case differ",
                        "Prefix /foo: it matches, but Prefix /foo/bar is more precise",
                        "Prefix /foo/ba: a prefix ends with an element of the path, and the element here is \"bar\"",
                        "Exact /foo/bar/: one of the two ends in a slash, the other does not",
                        "Prefix /q/: the path is another one",
                        "SlashMissing /q/: the path is another one",
                        "Exact /zzz: the path is another one");
    }

    @Test
    void anUnknownHostIsExplainedWithoutRules() {
        Explanation<String> explanation =
                table(host("a.test"), host("*.x.test")).explain("b.test", "/");

        assertThat(explanation.route()).isEqualTo(NOTHING);
        assertThat(explanation.hostRule()).isEmpty();
        assertThat(explanation.pathRule()).isEmpty();
        assertThat(explanation.otherPaths()).isEmpty();
        assertThat(explanation.otherHosts())
                .singleElement()
                .satisfies(lost -> assertThat(lost.reason()).isEqualTo(new HostReason.OtherName()));
    }

    @Test
    void aPathThatNoRuleTakesIsExplainedWithAllOfThem() {
        Explanation<String> explanation = table(
                        host("a.test", List.of(), new PathPattern.Prefix("/foo"), new PathPattern.Exact("/foobar/")))
                .explain("a.test", "/foobar");

        assertThat(explanation.route()).isEqualTo(NOTHING);
        assertThat(explanation.hostRule()).isPresent();
        assertThat(explanation.pathRule()).isEmpty();
        assertThat(explanation.otherPaths())
                .extracting(Explanation.LostPath::reason)
                .containsExactly(new PathReason.InsideElement("foobar"), new PathReason.OtherSlash());
    }
}
