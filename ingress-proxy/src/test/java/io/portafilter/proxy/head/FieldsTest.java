package io.portafilter.proxy.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final String LINES =
            "HOST:a\r\nCookie: 1\r\nx-forwarded-FOR:   \t1.2.3.4\t \r\nCookie:2\r\nEmpty:\r\n";

    private static Fields fields() throws BadHead {
        RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);
        ByteBuf in = Unpooled.copiedBuffer("GET / HTTP/1.1\r\n" + LINES + "\r\n", StandardCharsets.ISO_8859_1);
        assertThat(parser.parse(in)).isTrue();
        in.release();
        return parser.head().fields();
    }

    private static String written(Fields fields) {
        Bytes bytes = new Bytes();
        fields.writeTo(bytes);
        ByteBuf out = Unpooled.buffer();
        bytes.writeTo(out);
        String text = out.toString(StandardCharsets.ISO_8859_1);
        out.release();
        return text;
    }

    @Test
    void whatNobodyEditsIsWrittenAsItCame() throws BadHead {
        assertThat(written(fields())).isEqualTo(LINES.replace("\t \r\n", "\r\n"));
    }

    @Test
    void namesAreFoundInAnyCaseAndValuesWithoutTheSpaceAround() throws BadHead {
        Fields fields = fields();
        assertThat(fields.first(FieldName.X_FORWARDED_FOR)).contains("1.2.3.4");
        assertThat(fields.first("cookie")).contains("1");
        assertThat(fields.first("EMPTY")).contains("");
        assertThat(fields.first("missing")).isEmpty();
        assertThat(fields.has(FieldName.HOST)).isTrue();
        assertThat(fields.has(FieldName.CONNECTION)).isFalse();
        assertThat(fields.size()).isEqualTo(5);
    }

    @Test
    void editsChangeNothingElse() throws BadHead {
        Fields fields = fields();
        fields.remove(FieldName.HOST);
        fields.set(FieldName.X_FORWARDED_FOR, "9.9.9.9");
        fields.add(FieldName.X_SCHEME, "https");
        fields.add(FieldName.X_SCHEME, "http");
        assertThat(written(fields))
                .isEqualTo(String.join(
                        "\r\n",
                        "Cookie: 1",
                        "Cookie:2",
                        "Empty:",
                        "X-Forwarded-For: 9.9.9.9",
                        "X-Scheme: https",
                        "X-Scheme: http",
                        ""));
        assertThat(fields.all(FieldName.X_SCHEME)).containsExactly("https", "http");
        assertThat(fields.first(FieldName.X_FORWARDED_FOR)).contains("9.9.9.9");
        assertThat(fields.first("x-scheme")).contains("https");
        fields.remove(FieldName.X_SCHEME);
        assertThat(fields.size()).isEqualTo(4);
    }

    @Test
    void everyListedNameIsFoundByItsIntInAnyCase() {
        for (int name = 1; name <= FieldName.REFERER; name++) {
            for (String text : new String[] {
                FieldName.text(name),
                FieldName.text(name).toUpperCase(java.util.Locale.ROOT),
                FieldName.text(name).toLowerCase(java.util.Locale.ROOT)
            }) {
                byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.ISO_8859_1);
                assertThat(FieldName.of(bytes, 1, bytes.length - 1)).as(text).isEqualTo(name);
                assertThat(FieldName.of(bytes, 0, bytes.length - 1))
                        .as("x" + text)
                        .isNotEqualTo(name);
            }
        }
        assertThat(FieldName.of(new byte[0], 0, 0)).isEqualTo(FieldName.OTHER);
    }

    @Test
    void moreFieldsThanTheIndexBeganWithFit() throws BadHead {
        StringBuilder head = new StringBuilder("GET / HTTP/1.1\r\nHost: a\r\n");
        for (int i = 0; i < 200; i++) {
            head.append("N-").append(i).append(": ").append(i).append("\r\n");
        }
        RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);
        ByteBuf in = Unpooled.copiedBuffer(head + "\r\n", StandardCharsets.ISO_8859_1);
        assertThat(parser.parse(in)).isTrue();
        in.release();
        assertThat(parser.head().fields().first("n-199")).contains("199");
        assertThat("GET / HTTP/1.1\r\n" + written(parser.head().fields())).isEqualTo(head.toString());
    }
}
