package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkedOutputTest {
    /** Each write by itself. */
    private static final class Writes extends OutputStream {
        private final List<byte[]> writes = new ArrayList<>();

        @Override
        public void write(int b) {
            writes.add(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            writes.add(Arrays.copyOfRange(bytes, offset, offset + length));
        }

        String text(int write) {
            return new String(writes.get(write), StandardCharsets.US_ASCII);
        }
    }

    private final Writes out = new Writes();
    private final ChunkedOutput body = new ChunkedOutput(out);

    @Test
    void whatIsFlushedIsOneChunkInOneWrite() throws IOException {
        write("hello ");
        write("world\n");
        assertThat(out.writes).isEmpty();
        body.flush();
        assertThat(out.writes).hasSize(1);
        assertThat(out.text(0)).isEqualTo("000c\r\nhello world\n\r\n");
    }

    @Test
    void aFlushOfNothingIsNoChunkForThatWouldBeTheEnd() throws IOException {
        body.flush();
        body.flush();
        assertThat(out.writes).isEmpty();
        body.write('\n');
        body.finish();
        assertThat(out.text(0)).isEqualTo("0001\r\n\n\r\n");
        assertThat(out.text(1)).isEqualTo("0\r\n\r\n");
    }

    @Test
    void aLargeBodyGoesInChunksThatFillOneTlsRecordEach() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 100_000; i++) {
            text.append(i).append('\n');
        }
        write(text.toString());
        body.finish();
        assertThat(out.writes.subList(0, out.writes.size() - 2)).allMatch(write -> write.length == 16384);
        assertThat(unchunked()).isEqualTo(text.toString());
    }

    @Test
    void chunksThatJustFitLoseNothing() throws IOException {
        for (int size = 16370; size < 16390; size++) {
            Writes writes = new Writes();
            ChunkedOutput chunked = new ChunkedOutput(writes);
            chunked.write("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
            chunked.flush();
            chunked.finish();
            out.writes.clear();
            out.writes.addAll(writes.writes);
            assertThat(unchunked()).hasSize(size);
        }
    }

    private void write(String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String unchunked() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] write : out.writes) {
            all.write(write);
        }
        String text = all.toString(StandardCharsets.US_ASCII);
        StringBuilder content = new StringBuilder();
        while (true) {
            int line = text.indexOf("\r\n");
            int size = Integer.parseInt(text.substring(0, line), 16);
            if (size == 0) {
                assertThat(text).isEqualTo("0\r\n\r\n");
                return content.toString();
            }
            content.append(text, line + 2, line + 2 + size);
            assertThat(text.substring(line + 2 + size)).startsWith("\r\n");
            text = text.substring(line + 4 + size);
        }
    }
}
