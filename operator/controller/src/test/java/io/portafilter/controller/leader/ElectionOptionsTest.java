package io.portafilter.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.snapshot.Name;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ElectionOptionsTest {
    private static final Name LEASE = new Name("ingress-nginx", "ingress-nginx-leader");

    /** Seen up to one period late, noticed up to one period late; what is left is for starting to write. */
    @Test
    void byDefaultADeadLeaderIsReplacedWellWithinTwentySeconds() {
        ElectionOptions options =
                new ElectionOptions(LEASE, Installation.of(LEASE), "pod", ElectionOptions.DEFAULT_TTL);

        assertThat(options.ttl().plus(options.retryPeriod().multipliedBy(2))).isLessThan(Duration.ofSeconds(14));
    }

    @Test
    void aLeaderStopsBeforeAnybodyElseMayBegin() {
        ElectionOptions options = new ElectionOptions(LEASE, Installation.of(LEASE), "pod", Duration.ofSeconds(30));

        assertThat(options.renewDeadline()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.retryPeriod()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aTimeThatALeaseCannotHoldIsRefused() {
        assertThatThrownBy(() -> new ElectionOptions(LEASE, Installation.of(LEASE), "pod", Duration.ofMillis(500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--election-ttl: PT0.5S is not a whole number of seconds, at least 2; the default is 10s");
        assertThatThrownBy(() -> new ElectionOptions(LEASE, Installation.of(LEASE), "pod", Duration.ofMillis(2500)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
