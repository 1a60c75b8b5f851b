package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    @Test
    void aHeadIsReadWithItsQueryAndItsHeaders() throws Exception {
        RequestHead head = parse("GET /v1/stream?a=b&version=1f HTTP/1.1\r\nHost: x\r\nX-Empty:\r\nTOKEN: \t a b \t");
        assertThat(head.method()).isEqualTo("GET");
        assertThat(head.path()).isEqualTo("/v1/stream");
        assertThat(head.parameter("version")).contains("1f");
        assertThat(head.parameter("versio")).isEmpty();
        assertThat(head.header("host")).contains("x");
        assertThat(head.header("x-empty")).contains("");
        assertThat(head.header("token")).contains("a b");
        assertThat(head.header("other")).isEmpty();
        assertThat(parse("GET /v1/stream HTTP/1.1").parameter("version")).isEmpty();
    }

    @Test
    void itPrintsNeitherHeadersNorQuery() throws Exception {
        assertThat(parse("GET /v1/stream?token=x HTTP/1.1\r\nAuthorization: Bearer secret")
                        .toString())
                .isEqualTo("GET /v1/stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "GET /",
                "get / HTTP/1.1",
                "GET  / HTTP/1.1",
                "GET / HTTP/1.1 ",
                "GET / HTTP/2",
                "GET /\u00e4 HTTP/1.1",
                "GET http://a/v1/stream HTTP/1.1",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nA",
                "GET / HTTP/1.1\r\n: b",
                "GET / HTTP/1.1\r\nA : b",
                "GET / HTTP/1.1\r\n A: b",
                "GET / HTTP/1.1\r\nA: b\r\n c",
                "GET / HTTP/1.1\r\nA: b\nB: c",
                "GET / HTTP/1.1\r\nA: b\rB: c",
                "GET / HTTP/1.1\r\nA: \u0000",
                "GET / HTTP/1.1\r\nA: \u00e4",
                "GET / HTTP/1.1\r\nA: b\r\na: b"
            })
    void whatIsNotExactlyInFormIsRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void requestsAreReadOneAfterAnotherUpToTheirEmptyLines() throws Exception {
        RequestReader reader = reader("GET /a HTTP/1.1\r\nA: \r\r\n\r\nrest", 100);
        assertThatThrownBy(reader::head).isInstanceOf(Refusal.class);
        RequestReader two = reader("GET /a HTTP/1.1\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi", 100);
        assertThat(two.begins()).isTrue();
        assertThat(two.head().path()).isEqualTo("/a");
        RequestHead post = two.head();
        assertThat(post.path()).isEqualTo("/b");
        assertThat(two.body(post.length(2))).asString(StandardCharsets.US_ASCII).isEqualTo("hi");
        assertThat(two.begins()).isFalse();
    }

    @Test
    void aHeadOfJustTheLimitIsReadAndOneByteMoreIsRefused() throws Exception {
        String text = "GET /a HTTP/1.1\r\n\r\n";
        assertThat(reader(text, text.length()).head().path()).isEqualTo("/a");
        assertThatThrownBy(() -> reader(text, text.length() - 1).head())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(431));
    }

    @Test
    void anEndInTheMiddleIsAnEnd() {
        assertThatThrownBy(() -> reader("GET /a HT", 100).head()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("abc", 100).body(4)).isInstanceOf(EOFException.class);
    }

    @Test
    void theLengthOfABodyIsANumberWithinTheLimit() throws Exception {
        assertThat(withLength("0").length(5)).isZero();
        assertThat(withLength("5").length(5)).isEqualTo(5);
        assertThat(parse("POST / HTTP/1.1").length(5)).isZero();
        for (String bad : new String[] {"+5", "-1", "5,5", "0x5", "5 5", "", "9".repeat(30)}) {
            assertThatThrownBy(() -> withLength(bad).length(5))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(400));
        }
        assertThatThrownBy(() -> withLength("6").length(5))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
        assertThatThrownBy(() -> parse("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5")
                        .length(5))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(411));
    }

    private static RequestHead withLength(String length) throws Refusal {
        return parse("POST / HTTP/1.1\r\nContent-Length: " + length);
    }

    private static RequestHead parse(String text) throws Refusal {
        return RequestHead.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static RequestReader reader(String text, int maxHead) {
        return new RequestReader(
                new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))), maxHead);
    }
}
