package io.portafilter.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = Long.MIN_VALUE / 4;

    private final TokenBucket bucket = new TokenBucket(3, Duration.ofSeconds(10), START);

    @Test
    void soManyAtOnceAndNoMore() {
        assertThat(taken(START)).isEqualTo(3);
        assertThat(bucket.waitNanos(START)).isEqualTo(10 * SECOND);
    }

    @Test
    void oneMoreForEachTimeThatPasses() {
        taken(START);

        assertThat(taken(START + 10 * SECOND - 1)).isZero();
        assertThat(taken(START + 10 * SECOND)).isEqualTo(1);
        assertThat(taken(START + 30 * SECOND)).isEqualTo(2);
    }

    @Test
    void neverMoreThanItHolds() {
        taken(START);

        assertThat(taken(START + 1000 * SECOND)).isEqualTo(3);
    }

    private int taken(long now) {
        int taken = 0;
        while (bucket.take(now)) {
            taken++;
        }
        return taken;
    }
}
