package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final RateLimit limit = new RateLimit(10, nanos::get);

    @Test
    void aSecondsWorthIsPossibleAtOnceThenOneEachInterval() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.permit()).as("%s", i).isTrue();
        }
        assertThat(limit.permit()).isFalse();
        pass(Duration.ofMillis(99));
        assertThat(limit.permit()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(limit.permit()).isTrue();
        assertThat(limit.permit()).isFalse();
    }

    @Test
    void whoIsPatientIsToldHowLong() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.reserve(SECOND)).contains(Duration.ZERO);
        }
        for (int i = 1; i <= 10; i++) {
            assertThat(limit.reserve(SECOND)).contains(Duration.ofMillis(100L * i));
        }
        assertThat(limit.reserve(SECOND)).isEmpty();
    }

    @Test
    void restIsNotSavedUpBeyondASecondsWorth() {
        pass(Duration.ofHours(1));
        int count = 0;
        while (limit.permit()) {
            count++;
        }
        assertThat(count).isEqualTo(10);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
