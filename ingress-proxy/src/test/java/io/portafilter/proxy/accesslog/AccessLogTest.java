package io.portafilter.proxy.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whatWasOfferedIsWrittenInOrderAndBeforeTheEnd() {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (AccessLog log = new AccessLog(sink, ZoneOffset.UTC)) {
            for (int i = 0; i < 100; i++) {
                log.offer(chunk("line " + i));
            }
        }

        assertThat(sink.toString(StandardCharsets.US_ASCII).lines())
                .hasSize(100)
                .startsWith("line 0", "line 1")
                .endsWith("line 99");
    }

    @Test
    void aSinkThatStallsCostsLinesButNeverTime() {
        CountDownLatch stalled = new CountDownLatch(1);
        try (AccessLog log = new AccessLog(new Stalling(stalled), ZoneOffset.UTC)) {
            long lines = 0;
            while (log.droppedLines() == 0) {
                log.offer(chunk("x"));
                lines++;
            }
            long before = log.droppedLines();
            log.offer(chunk("x"));

            assertThat(lines).as("the queue took many before").isGreaterThan(100);
            assertThat(log.droppedLines()).isEqualTo(before + 1);
            stalled.countDown();
        }
    }

    @Test
    void aSinkThatFailsIsTriedAgainWithTheNextChunk() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream sink = new OutputStream() {
            private boolean failed;

            @Override
            public void write(int b) {
                written.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!failed) {
                    failed = true;
                    throw new IOException("no space");
                }
                written.write(bytes, offset, length);
            }
        };
        try (AccessLog log = new AccessLog(sink, ZoneOffset.UTC)) {
            log.offer(chunk("lost"));
            log.offer(chunk("kept"));

            Awaitility.await().atMost(SOON).until(() -> written.size() > 0);
            assertThat(written.toString(StandardCharsets.US_ASCII)).isEqualTo("kept\n");
            assertThat(log.droppedLines()).isEqualTo(1);
        }
    }

    private static LogChunk chunk(String line) {
        LogChunk chunk = new LogChunk(64);
        chunk.text(line).endLine();
        return chunk;
    }

    private static final class Stalling extends OutputStream {
        private final CountDownLatch stalled;

        Stalling(CountDownLatch stalled) {
            this.stalled = stalled;
        }

        @Override
        public void write(int b) throws IOException {
            try {
                if (!stalled.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("still stalled");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
