package io.portafilter.proxy.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.portafilter.proxy.routing.HostName;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadParserTest {
    private static final String HEAD = "POST /a/../b?c=%zz HTTP/1.1\r\nHost: Shop.Test.:80\r\nA: b\r\n\r\n";

    private final RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);

    private boolean parse(String text) throws BadHead {
        ByteBuf in = buffer(text);
        try {
            return parser.parse(in);
        } finally {
            in.release();
        }
    }

    private static ByteBuf buffer(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aHeadIsTheSameWhereverItIsCut() throws BadHead {
        for (int cut = 0; cut < HEAD.length(); cut++) {
            parser.clear();
            assertThat(parse(HEAD.substring(0, cut))).isFalse();
            assertThat(parser.begun()).isEqualTo(cut > 0);
            assertThat(parse(HEAD.substring(cut))).isTrue();
            assertThat(parser.head().method()).isEqualTo("POST");
            assertThat(parser.head().target()).isEqualTo("/a/../b?c=%zz");
            assertThat(parser.head().path()).isEqualTo("/b");
            assertThat(parser.head().query()).isEqualTo("?c=%zz");
            assertThat(parser.head().authority()).isEqualTo("Shop.Test.:80");
            assertThat(HostName.of(parser.head().authority())).isEqualTo("shop.test");
            assertThat(parser.head().fields().first("a")).contains("b");
        }
    }

    @Test
    void whatFollowsTheHeadStaysInTheBuffer() throws BadHead {
        ByteBuf in = buffer(HEAD + "body".repeat(1000));
        assertThat(parser.parse(in)).isTrue();
        assertThat(in.readableBytes()).isEqualTo(4000);
        assertThat(in.toString(StandardCharsets.ISO_8859_1)).startsWith("bodybody");
        in.release();
    }

    @Test
    void oneParserReadsHeadAfterHead() throws BadHead {
        ByteBuf in = buffer(HEAD.repeat(3));
        for (int i = 0; i < 3; i++) {
            assertThat(parser.parse(in)).isTrue();
            assertThat(parser.head().fields().size()).isEqualTo(2);
            parser.clear();
            assertThat(parser.head().fields().isEmpty()).isTrue();
        }
        assertThat(in.isReadable()).isFalse();
        in.release();
    }

    @ParameterizedTest
    @CsvSource({
        "a.test, a.test",
        "A.Test:8080, a.test",
        "a.test., a.test",
        "a.test.:80, a.test",
        "[2001:DB8::1]:443, [2001:db8::1]",
        "[::1], [::1]",
        "10.0.0.1:1, 10.0.0.1",
        "a_b-1.test, a_b-1.test",
        ".a.test, .a.test",
        "a:, a"
    })
    void theNameOfAHostIsWithoutPortAndInLowerCase(String authority, String name) throws BadHead {
        Authority.check(authority);
        assertThat(HostName.of(authority)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a..b",
                "a/b",
                "a b",
                "a@b",
                "a:b",
                "a:123456",
                "[::1",
                "[x]",
                "[]",
                "[::1]x",
                "a%20b",
                "a,b",
                "\u00e4"
            })
    void whatIsNoHostIsRefused(String authority) {
        assertThatThrownBy(() -> Authority.check(authority))
                .isInstanceOfSatisfying(
                        BadHead.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void lengthsAreAllowedUpToTheLimitAndNoFurther() {
        String line = "GET /" + "x".repeat(40 - 14) + " HTTP/1.1\r\n";
        String host = "Host: " + "a".repeat(24) + "\r\n";
        String most = line + host + "A: b\r\nC: d\r\n\r\n";
        HeadLimits limits = new HeadLimits(40, 30, most.length(), 3);
        assertThat(status(limits, most)).isZero();
        assertThat(status(limits, most.replace("GET", "POST"))).isEqualTo(414);
        assertThat(status(limits, most.replace("Host: ", "Host:  "))).isEqualTo(400);
        assertThat(status(limits, most.replace("A: b", "A: bb"))).isEqualTo(400);
        assertThat(status(limits, "GET / HTTP/1.1\r\nHost: a\r\n" + "A:\r\n".repeat(3) + "\r\n"))
                .isEqualTo(400);
    }

    /** What a head is answered under these limits; 0 if nothing is wrong with it. */
    private static int status(HeadLimits limits, String head) {
        ByteBuf in = buffer(head);
        try {
            assertThat(new RequestHeadParser(limits).parse(in)).isTrue();
            return 0;
        } catch (BadHead e) {
            return e.status();
        } finally {
            in.release();
        }
    }

    @Test
    void noiseIsEitherRefusedOrUnderstoodButNeverBreaksTheParser() {
        Random random = new Random(3);
        String alphabet = "GET /HTTP1.\r\n\r\n: \0\t_abc%?#[]hostHost:content-length";
        int understood = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(HEAD);
            for (int j = random.nextInt(4); j >= 0; j--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            RequestHeadParser fresh = new RequestHeadParser(HeadLimits.REQUEST);
            ByteBuf in = buffer(text.toString());
            try {
                if (fresh.parse(in)) {
                    understood++;
                    assertThat(fresh.head().target()).startsWith("/").doesNotContainAnyWhitespaces();
                    assertThat(fresh.head().authority()).matches("[A-Za-z0-9._\\[\\]:-]+");
                }
            } catch (BadHead e) {
                assertThat(e.status()).isBetween(400, 505);
                assertThat(e.getMessage()).isNotBlank();
            } finally {
                in.release();
            }
        }
        assertThat(understood).isBetween(5_000, 45_000);
    }
}
