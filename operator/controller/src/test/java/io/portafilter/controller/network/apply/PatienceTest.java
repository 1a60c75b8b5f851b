package io.portafilter.controller.network.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Patience patience = new Patience();

    @Test
    void itEndsOnlyAfterTheLimitWithoutAMove() {
        assertThat(isOver("a", "1 of 2", 0)).isFalse();
        assertThat(isOver("a", "1 of 2", 60)).isFalse();
        assertThat(isOver("a", "1 of 2", 61)).isTrue();
    }

    @Test
    void whatMovesGetsItsTimeAgain() {
        isOver("a", "1 of 3", 0);
        assertThat(isOver("a", "2 of 3", 61)).isFalse();
        assertThat(isOver("a", "2 of 3", 121)).isFalse();
        assertThat(isOver("a", "2 of 3", 122)).isTrue();
    }

    @Test
    void eachThingHasATimeOfItsOwn() {
        isOver("a", "1 of 2", 0);
        isOver("b", "1 of 2", 30);

        assertThat(isOver("a", "1 of 2", 61)).isTrue();
        assertThat(isOver("b", "1 of 2", 61)).isFalse();
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        isOver("a", "1 of 2", 0);
        patience.forget();

        assertThat(isOver("a", "1 of 2", 61)).isFalse();
    }

    private boolean isOver(Object thing, String state, int seconds) {
        return patience.isOver(thing, state, LIMIT, NOON.plusSeconds(seconds));
    }
}
