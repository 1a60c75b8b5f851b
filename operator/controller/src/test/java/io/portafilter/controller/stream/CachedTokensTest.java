package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.stream.Tokens.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedTokensTest {
    private static final Verdict YES = new Verdict.Accepted(new ProxyIdentity("ns", "proxy", Optional.of("a")));
    private static final Duration MOMENT = Duration.ofMillis(1);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Verdict truth = YES;
    private final List<String> asked = new ArrayList<>();
    private final Tokens tokens = new CachedTokens(
            token -> {
                asked.add(token);
                return truth;
            },
            () -> now);

    @Test
    void aYesIsRememberedForAMinute() {
        assertThat(tokens.judge("t")).isEqualTo(YES);
        pass(CachedTokens.YES.minus(MOMENT));
        truth = new Verdict.NotAccepted("revoked");
        assertThat(tokens.judge("t")).isEqualTo(YES);
        assertThat(asked).hasSize(1);
        pass(MOMENT);
        assertThat(tokens.judge("t")).isInstanceOf(Verdict.NotAccepted.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aNoIsForgottenSoon() {
        truth = new Verdict.Foreign("somebody");
        tokens.judge("t");
        truth = YES;
        assertThat(tokens.judge("t")).isInstanceOf(Verdict.Foreign.class);
        pass(CachedTokens.NO);
        assertThat(tokens.judge("t")).isEqualTo(YES);
        assertThat(CachedTokens.NO).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void thatNobodyCanTellIsAskedAgainAtOnce() {
        truth = new Verdict.Unknown("away");
        tokens.judge("t");
        truth = YES;
        assertThat(tokens.judge("t")).isEqualTo(YES);
    }

    @Test
    void anotherTokenIsAnotherQuestion() {
        tokens.judge("t");
        tokens.judge("u");
        assertThat(asked).containsExactly("t", "u");
    }

    @Test
    void inventedTokensPushOutNoGoodOne() {
        tokens.judge("good");
        truth = new Verdict.NotAccepted("invented");
        for (int i = 0; i < 10_000; i++) {
            tokens.judge("invented-" + i);
        }
        asked.clear();
        assertThat(tokens.judge("good")).isEqualTo(YES);
        assertThat(asked).isEmpty();
        tokens.judge("invented-1");
        assertThat(asked).as("what is kept of them is bounded").containsExactly("invented-1");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
