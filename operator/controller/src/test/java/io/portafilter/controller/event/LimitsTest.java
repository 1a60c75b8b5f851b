package io.portafilter.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private final Limits limits = new Limits(0);

    @Test
    void ofOneObjectNoMoreThanTwentyFiveAtOnce() {
        assertThat(taken("web", Notice.Type.WARNING, 0)).isEqualTo(25);
        assertThat(taken("web", Notice.Type.WARNING, Duration.ofMinutes(5).toNanos()))
                .isEqualTo(1);
    }

    @Test
    void whatIsNormalDoesNotSilenceWarnings() {
        taken("web", Notice.Type.NORMAL, 0);

        assertThat(taken("web", Notice.Type.WARNING, 0)).isEqualTo(25);
    }

    @Test
    void altogetherNoMoreThanAHundredAtOnceAndTwentyFiveASecond() {
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            taken += taken("web-" + i, Notice.Type.WARNING, 0);
        }
        assertThat(taken).isEqualTo(100);
        assertThat(limits.waitNanos(0)).isEqualTo(Duration.ofMillis(40).toNanos());

        taken = 0;
        for (int i = 0; i < 10; i++) {
            taken +=
                    taken("api-" + i, Notice.Type.WARNING, Duration.ofSeconds(1).toNanos());
        }
        assertThat(taken).isEqualTo(25);
    }

    private int taken(String name, Notice.Type type, long now) {
        int taken = 0;
        Notice notice = new Notice(new Ref(Kind.INGRESS, new Name("shop", name)), "uid", type, "Reason", "message");
        while (limits.waitNanos(now) == 0 && limits.take(notice, now)) {
            taken++;
        }
        return taken;
    }
}
