package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theUsualOneLooksOnceAMinute() {
        assertThat(Schedule.DEFAULT.pulse()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Schedule.DEFAULT.leafLife()).isEqualTo(DAY);
    }

    @Test
    void aFastOneLooksMoreOften() {
        Schedule fast = new Schedule(HOUR, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(4));
        assertThat(fast.pulse()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void anAuthorityIsTrustedUntilTheLastCertificateOfALateReplicaHasExpired() {
        assertThat(Schedule.DEFAULT.retirement()).isEqualTo(Duration.ofHours(24).plusMinutes(10));
    }

    @Test
    void rotationsMayNotOverlap() {
        assertThatThrownBy(() -> new Schedule(Duration.ofDays(100), DAY, HOUR, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a rotation takes PT26H");
    }

    @Test
    void anAuthorityMustLastUntilItIsReplaced() {
        assertThatThrownBy(() -> new Schedule(Duration.ofDays(30), Duration.ofDays(30), HOUR, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("valid for PT720H cannot be replaced after PT720H");
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Schedule(Duration.ofDays(30), DAY, Duration.ZERO, HOUR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule(Duration.ofDays(30), DAY, HOUR, Duration.ofMillis(10)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
