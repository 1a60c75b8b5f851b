package io.portafilter.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.Head;
import io.portafilter.e2e.wire.Header;
import io.portafilter.e2e.wire.Heard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A comparison that overlooks a difference would make every replay green. */
class ComparisonTest {
    private static final Recorded ECHO = recorded("""
            {"status": 200, "from": "a",
             "headers": [["Date", "<date>"], ["Connection", "keep-alive"], ["X-A", "1"], ["Set-Cookie", "s=<key>|<32 hex>"]],
             "seen": [{"id": "a", "line": "GET / HTTP/1.1", "headers": [["Host", "h"], ["X-Request-ID", "<32 hex>"]], "body": ""}]}
            """);
    private static final String HEX = "0123456789abcdef".repeat(2);
    private static final List<Header> HEADERS =
            List.of(new Header("Set-Cookie", "s=1.2|" + HEX), new Header("x-a", "1"), new Header("Date", "today"));
    private static final List<Header> SEEN_HEADERS = List.of(new Header("X-Request-Id", HEX), new Header("host", "h"));

    @Test
    void orderCaseAndWildcardsMakeNoDifference() {
        assertThat(Comparison.differences(ECHO, echo(200, "a", HEADERS, seen("/", SEEN_HEADERS))))
                .isEmpty();
    }

    @Test
    void aStatusIsCompared() {
        assertThat(Comparison.differences(ECHO, echo(201, "a", HEADERS, seen("/", SEEN_HEADERS))))
                .containsExactly("status: expected 200 but was 201");
    }

    @Test
    void theAnsweringBackendIsCompared() {
        assertThat(Comparison.differences(ECHO, echo(200, "b", HEADERS, seen("/", SEEN_HEADERS))))
                .singleElement()
                .asString()
                .startsWith("from:");
    }

    @Test
    void aFieldTooFewTooManyOrOtherwiseIsADifference() {
        assertThat(Comparison.differences(ECHO, echo(200, "a", HEADERS.subList(0, 1), seen("/", SEEN_HEADERS))))
                .singleElement()
                .asString()
                .startsWith("response header: expected X-A: 1");
        List<Header> twice = List.of(HEADERS.get(0), HEADERS.get(1), HEADERS.get(1));
        assertThat(Comparison.differences(ECHO, echo(200, "a", twice, seen("/", SEEN_HEADERS))))
                .containsExactly("response header: expected no such one but was x-a: 1");
        List<Header> other = List.of(new Header("Set-Cookie", "s=1|short"), HEADERS.get(1));
        assertThat(Comparison.differences(ECHO, echo(200, "a", other, seen("/", SEEN_HEADERS))))
                .hasSize(2);
    }

    @Test
    void whatBackendsSawIsCompared() {
        assertThat(Comparison.differences(ECHO, echo(200, "a", HEADERS, List.of())))
                .singleElement()
                .asString()
                .startsWith("requests that backends saw:");
        assertThat(Comparison.differences(ECHO, echo(200, "a", HEADERS, seen("/x", SEEN_HEADERS))))
                .singleElement()
                .asString()
                .startsWith("request line:");
        List<Header> close = List.of(SEEN_HEADERS.get(0), SEEN_HEADERS.get(1), new Header("Connection", "close"));
        assertThat(Comparison.differences(ECHO, echo(200, "a", HEADERS, seen("/", close))))
                .containsExactly("request header: expected no such one but was Connection: close");
    }

    @Test
    void theTextOfAPageMayBeAnother() {
        Recorded page = recorded("""
                {"status": 404, "headers": [["Content-Type", "text/html"], ["Content-Length", "146"]], "body": "<html>", "seen": []}
                """);
        List<Header> ours = List.of(new Header("Content-Type", "text/plain"));
        assertThat(Comparison.differences(page, observed(reply(404, "not found", ours), List.of())))
                .isEmpty();
        assertThat(Comparison.differences(page, observed(new Heard.Closed(), List.of())))
                .hasSize(1);
        List<Header> more = List.of(new Header("Server", "x"));
        assertThat(Comparison.differences(page, observed(reply(404, "", more), List.of())))
                .hasSize(1);
    }

    @Test
    void aRecordedCloseHasToBeOne() {
        Recorded bad = recorded("{\"status\": 400, \"headers\": [[\"Connection\", \"close\"]], \"seen\": []}");
        assertThat(Comparison.differences(bad, observed(reply(400, "", List.of()), List.of())))
                .hasSize(1);
        List<Header> close = List.of(new Header("connection", "close"));
        assertThat(Comparison.differences(bad, observed(reply(400, "", close), List.of())))
                .isEmpty();
    }

    @Test
    void aTallyMayStrayALittleAndNoMore() {
        Recorded half = recorded("{\"tally\": {\"200 a\": 5, \"502\": 5}}");
        assertThat(Comparison.differences(half, tally(Map.of("200 a", 6, "502", 4))))
                .isEmpty();
        assertThat(Comparison.differences(half, tally(Map.of("200 a", 8, "502", 2))))
                .hasSize(1);
        assertThat(Comparison.differences(half, tally(Map.of("200 a", 10)))).hasSize(1);
    }

    private static Recorded recorded(String json) {
        return new Recorded(Yaml.load(json));
    }

    private static Observed echo(int status, String id, List<Header> headers, List<Seen> seen) {
        return observed(reply(status, "{\"id\": \"" + id + "\", \"line\": \"\"}", headers), seen);
    }

    private static List<Seen> seen(String path, List<Header> headers) {
        return List.of(new Seen("a", "GET " + path + " HTTP/1.1", Optional.of(headers), Optional.of("")));
    }

    private static Heard.Reply reply(int status, String body, List<Header> headers) {
        return new Heard.Reply(new Head("HTTP/1.1 " + status + " X", headers), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Observed observed(Heard heard, List<Seen> seen) {
        return new Observed(heard, Optional.empty(), Optional.empty(), new TreeMap<>(), seen);
    }

    private static Observed tally(Map<String, Integer> tally) {
        return new Observed(new Heard.Closed(), Optional.empty(), Optional.empty(), new TreeMap<>(tally), List.of());
    }
}
