package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OLD = MADE.plus(Duration.ofDays(365));
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Rotation rotation = new Rotation(Schedule.DEFAULT);
    private final Authorities first = Authorities.first(Certificates.authority(MADE, Schedule.DEFAULT.life()));

    @Test
    void nothingHappensUntilTheAuthorityIsOldEnough() {
        assertThat(rotation.after(first, MADE)).isEmpty();
        assertThat(rotation.after(first, OLD.minus(MOMENT))).isEmpty();
        assertThat(rotation.after(first, OLD)).isPresent();
    }

    @Test
    void theNextOneIsMadeAndTrustedButIssuesNothing() {
        Authorities made = rotation.after(first, OLD).orElseThrow();
        assertThat(made.current()).isEqualTo(first.current());
        assertThat(made.next().orElseThrow().announced()).isEmpty();
        assertThat(made.next().orElseThrow().authority().until()).isEqualTo(OLD.plus(Schedule.DEFAULT.life()));
        assertThat(made.bundle())
                .startsWith(first.bundle())
                .hasSizeGreaterThan(first.bundle().length() * 3 / 2);
    }

    @Test
    void itIssuesWhenClientsHaveKnownItForTheWholeAnnouncement() {
        Authorities made = rotation.after(first, OLD).orElseThrow();
        Instant published = OLD.plusSeconds(100);
        Authorities announced = rotation.after(made, published).orElseThrow();
        assertThat(announced.next().orElseThrow().announced()).contains(published);
        assertThat(announced.bundle()).isEqualTo(made.bundle());

        Instant known = published.plus(Duration.ofMinutes(10));
        assertThat(rotation.after(announced, known.minus(MOMENT))).isEmpty();
        Authorities swapped = rotation.after(announced, known).orElseThrow();
        assertThat(swapped.current()).isEqualTo(made.next().orElseThrow().authority());
        assertThat(swapped.next()).isEmpty();
        assertThat(swapped.previous())
                .contains(new Authorities.Previous(first.current().certificate(), known));
        assertThat(swapped.bundle()).isEqualTo(made.bundle());
    }

    @Test
    void theOneBeforeIsTrustedUntilItsLastLeafHasExpired() {
        Instant retired = OLD.plusSeconds(1000);
        Credential second = Certificates.authority(OLD, Schedule.DEFAULT.life());
        Authorities swapped = new Authorities(
                second,
                Optional.empty(),
                Optional.of(new Authorities.Previous(first.current().certificate(), retired)));
        Instant end = retired.plus(Schedule.DEFAULT.retirement());
        assertThat(rotation.after(swapped, end.minus(MOMENT))).isEmpty();
        assertThat(rotation.after(swapped, end)).contains(Authorities.first(second));
    }

    @Test
    void oneThatExpiredWhileNobodyWasThereIsReplacedInTheSameOrder() {
        Instant late = first.current().until().plus(Duration.ofDays(30));
        Authorities made = rotation.after(first, late).orElseThrow();
        Authorities announced = rotation.after(made, late).orElseThrow();
        Authorities swapped =
                rotation.after(announced, late.plus(Duration.ofMinutes(10))).orElseThrow();
        assertThat(swapped.current().until()).isAfter(late.plus(Duration.ofDays(3649)));
    }
}
