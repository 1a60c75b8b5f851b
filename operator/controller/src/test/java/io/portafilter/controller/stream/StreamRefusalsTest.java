package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What everybody else sees. */
class StreamRefusalsTest {
    private static final String CONTRACT = "Portafilter-Contract: 1\r\n";
    private static final String TOKEN = "Authorization: Bearer good\r\n";

    private Server server;
    private Version version;

    @BeforeEach
    void start() throws IOException {
        server = new Server(Server.few(3, 2, 2000, 20));
        version = server.steps.put("web", 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("no token", get("", CONTRACT), 401, "Show a bearer token."),
                Arguments.of(
                        "no bearer",
                        get("", "Authorization: Basic Z29vZA==\r\n" + CONTRACT),
                        401,
                        "Show a bearer token."),
                Arguments.of(
                        "a bad token",
                        get("", "Authorization: Bearer stolen\r\n" + CONTRACT),
                        401,
                        "This token is not accepted."),
                Arguments.of(
                        "somebody else",
                        get("", "Authorization: Bearer foreign\r\n" + CONTRACT),
                        403,
                        "This service account may not listen."),
                Arguments.of(
                        "nobody can tell",
                        get("", "Authorization: Bearer unknown\r\n" + CONTRACT),
                        503,
                        "Tokens cannot be judged at this moment."),
                Arguments.of(
                        "another contract",
                        get("", TOKEN + "Portafilter-Contract: 2\r\n"),
                        409,
                        "This operator speaks contract 1."),
                Arguments.of("no contract", get("", TOKEN), 409, "This operator speaks contract 1."),
                Arguments.of(
                        "a stranger with another contract",
                        get("", "Authorization: Bearer stolen\r\nPortafilter-Contract: 2\r\n"),
                        401,
                        "This token is not accepted."),
                Arguments.of(
                        "another path",
                        "GET / HTTP/1.1\r\n" + TOKEN + CONTRACT + "\r\n",
                        404,
                        "There is nothing here."),
                Arguments.of(
                        "a path like ours",
                        "GET /v1/stream/ HTTP/1.1\r\n" + TOKEN + CONTRACT + "\r\n",
                        404,
                        "There is nothing here."),
                Arguments.of(
                        "another method",
                        "PUT /v1/stream HTTP/1.1\r\n" + TOKEN + CONTRACT + "\r\n",
                        405,
                        "GET the stream, or POST what was applied and refused."),
                Arguments.of(
                        "no version",
                        get("?version=1", TOKEN + CONTRACT),
                        400,
                        "The version is not one: 64 hex digits."),
                Arguments.of(
                        "another protocol",
                        "GET /v1/stream HTTP/1.0\r\n" + TOKEN + CONTRACT + "\r\n",
                        400,
                        "The request line is not one of HTTP/1.1."),
                Arguments.of("two tokens", get("", TOKEN + TOKEN + CONTRACT), 400, "A header is there twice."),
                Arguments.of(
                        "a folded header",
                        get("", TOKEN + " more\r\n" + CONTRACT),
                        400,
                        "A header is not in the form that HTTP/1.1 asks for."),
                Arguments.of(
                        "an endless head",
                        "GET /v1/stream HTTP/1.1\r\nA: " + "a".repeat(20_000),
                        431,
                        "The head of the request is larger than 16384 bytes."),
                Arguments.of("no frames", post("hello\n"), 400, "This is not what a proxy of this contract reports."),
                Arguments.of(
                        "a frame of the other direction",
                        post("{\"frame\":\"commit\",\"version\":\"" + "0".repeat(64) + "\"}\n"),
                        400,
                        "This is not what a proxy of this contract reports."),
                Arguments.of(
                        "an unknown member",
                        post("{\"frame\":\"applied\",\"contract\":1,\"version\":\"" + "0".repeat(64) + "\",\"x\":1}\n"),
                        400,
                        "This is not what a proxy of this contract reports."),
                Arguments.of(
                        "a digest that is none",
                        post("{\"frame\":\"applied\",\"contract\":1,\"version\":\"0\"}\n"),
                        400,
                        "This is not what a proxy of this contract reports."),
                Arguments.of(
                        "bytes of no text",
                        post("\u00ff\u00fe\n"),
                        400,
                        "This is not what a proxy of this contract reports."),
                Arguments.of("a body too large", post("a".repeat(2001)), 413, "The body is larger than 2000 bytes."),
                Arguments.of(
                        "a length that is none",
                        "POST /v1/stream HTTP/1.1\r\n" + TOKEN + CONTRACT + "Content-Length: -1\r\n\r\n",
                        400,
                        "The length of the body is not a number."),
                Arguments.of(
                        "a body of unknown length",
                        "POST /v1/stream HTTP/1.1\r\n" + TOKEN + CONTRACT
                                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        411,
                        "Say the length of the body; chunks are not read here."),
                Arguments.of(
                        "a stranger's report",
                        "POST /v1/stream HTTP/1.1\r\nAuthorization: Bearer stolen\r\n" + CONTRACT
                                + "Content-Length: 1999\r\n\r\n" + "a".repeat(1999),
                        401,
                        "This token is not accepted."));
    }

    private static String get(String query, String headers) {
        return "GET /v1/stream" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private static String post(String body) {
        return "POST /v1/stream HTTP/1.1\r\n" + TOKEN + CONTRACT + "Content-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedWithOneSentence(String what, String request, int status, String sentence) throws IOException {
        try (Client client = server.client().send(request)) {
            Client.Head head = client.head();
            assertThat(head.status()).as(what).isEqualTo(status);
            assertThat(client.body(head)).isEqualTo(sentence + "\n");
            assertThat(head.headers()).containsEntry("connection", "close");
            assertThat(head.headers().containsKey("www-authenticate")).isEqualTo(status == 401);
            assertThat(head.headers().containsKey("retry-after")).isEqualTo(status == 503);
            assertThat(client.ended()).isTrue();
        }
        assertThat(server.server().refused(status)).isEqualTo(1);
        assertThat(server.server().proxies().streams()).isZero();
    }

    @Test
    void oneProxyCannotTakeAllStreams() throws IOException {
        try (Client one = follow("proxy-1");
                Client two = follow("proxy-1");
                Client third = follow("proxy-1");
                Client other = follow("proxy-2");
                Client late = follow("proxy-3")) {
            assertThat(one.head().status()).isEqualTo(200);
            assertThat(two.head().status()).isEqualTo(200);
            assertThat(third.head().status()).isEqualTo(429);
            assertThat(other.head().status()).isEqualTo(200);
            Client.Head head = late.head();
            assertThat(head.status()).as("three are all that there may be").isEqualTo(429);
            assertThat(head.headers()).containsEntry("retry-after", "5");
        }
    }

    /** Each waits for the one before, so that the order is known. */
    private Client follow(String token) throws IOException {
        int before = server.server().proxies().streams();
        long refused = server.server().refused(429);
        Client client = server.client()
                .send("GET /v1/stream?version=" + version + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n"
                        + CONTRACT + "\r\n");
        await().until(() ->
                server.server().proxies().streams() > before || server.server().refused(429) > refused);
        return client;
    }

    @Test
    void reportsThatComeTooFastAreMadeToWaitAndThenRefused() throws IOException {
        try (Server strict = new Server(Server.few(3, 2, 2000, 1))) {
            Version newest = strict.steps.put("web", 1);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(strict.client());
            }
            for (Client client : clients) {
                client.post(StreamServerTest.applied(newest));
            }
            Set<Integer> answers = new HashSet<>();
            for (Client client : clients) {
                answers.add(client.head().status());
                client.close();
            }
            assertThat(answers).containsExactlyInAnyOrder(204, 429);
        }
    }

    @Test
    void answersTellNothingOfWhatWasSent() throws IOException {
        try (Client client = server.client().send(get("", "Authorization: Bearer super-secret\r\n" + CONTRACT))) {
            Client.Head head = client.head();
            assertThat(head.toString() + client.body(head)).doesNotContain("super-secret");
        }
    }
}
