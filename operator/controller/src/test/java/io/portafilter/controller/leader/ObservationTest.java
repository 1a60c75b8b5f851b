package io.portafilter.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ObservationTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Observation.Claim CLAIM = claim("one", "2026-01-01T00:00:00Z");

    private final Observation observation = new Observation();

    @Test
    void aLeaseWithoutHolderIsFreeAtOnce() {
        assertThat(observation.isFree(claim("", "2026-01-01T00:00:00Z"), 0)).isTrue();
    }

    @Test
    void aLeaseThatDoesNotChangeIsFreeAfterItsTime() {
        assertThat(observation.isFree(CLAIM, 100 * SECOND)).isFalse();
        assertThat(observation.isFree(CLAIM, 110 * SECOND - 1)).isFalse();
        assertThat(observation.isFree(CLAIM, 110 * SECOND)).isTrue();
    }

    @Test
    void eachRenewalBeginsTheTimeAnew() {
        observation.isFree(CLAIM, 100 * SECOND);

        assertThat(observation.isFree(claim("one", "2026-01-01T00:00:05Z"), 109 * SECOND))
                .isFalse();
        assertThat(observation.isFree(claim("one", "2026-01-01T00:00:05Z"), 118 * SECOND))
                .isFalse();
        assertThat(observation.isFree(claim("one", "2026-01-01T00:00:05Z"), 119 * SECOND))
                .isTrue();
    }

    @Test
    void aNewHolderBeginsTheTimeAnew() {
        observation.isFree(CLAIM, 100 * SECOND);

        assertThat(observation.isFree(claim("two", "2026-01-01T00:00:00Z"), 115 * SECOND))
                .isFalse();
    }

    @Test
    void theClockOfTheHolderDoesNotMatter() {
        Observation.Claim longAgo = claim("one", "1999-01-01T00:00:00Z");

        assertThat(observation.isFree(longAgo, 0)).isFalse();
        assertThat(observation.isFree(longAgo, 9 * SECOND)).isFalse();
    }

    @Test
    void theHolderSaysHowLongItHolds() {
        Observation.Claim shortOne = new Observation.Claim("one", Duration.ofSeconds(3), "now");
        observation.isFree(shortOne, 0);

        assertThat(observation.isFree(shortOne, 3 * SECOND)).isTrue();
    }

    private static Observation.Claim claim(String holder, String renewed) {
        return new Observation.Claim(holder, Duration.ofSeconds(10), renewed);
    }
}
