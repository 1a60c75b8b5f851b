package io.portafilter.proxy.http1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The check that the other tests rely on really finds leaks. */
class NoLeaksTest {
    private final NoLeaks leaks = new NoLeaks();

    @Test
    void aBufferThatNobodyReleasesIsFound() {
        leaks.begin();
        forget();
        await().atMost(Duration.ofSeconds(30)).until(() -> !leaks.found().isEmpty());
        assertThat(leaks.end()).first().asString().contains("LEAK: ByteBuf.release() was not called");
    }

    private static void forget() {
        for (int i = 0; i < 10; i++) {
            ByteBufAllocator.DEFAULT.directBuffer(100).writeByte(i);
        }
    }
}
