package io.portafilter.controller.authority;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of the authorities. Pure but for the keys that it makes.
 *
 * <pre>
 *   current ── old enough ──▶ current + next ── announced long enough ──▶ new current + previous ── its last leaf expired ──▶ current
 * </pre>
 */
final class Rotation {
    private final Schedule schedule;

    Rotation(Schedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The next state, if it is time for one.
     *
     * @param now while the bundle that clients read is that of these authorities
     */
    Optional<Authorities> after(Authorities now, Instant time) {
        if (now.next().isPresent()) {
            return advance(now, now.next().orElseThrow(), time);
        }
        if (now.previous().isPresent()) {
            Instant end = now.previous().orElseThrow().retired().plus(schedule.retirement());
            return time.isBefore(end) ? Optional.empty() : Optional.of(Authorities.first(now.current()));
        }
        Instant made = now.current().from().plus(Certificates.CLOCK_SKEW);
        return time.isBefore(made.plus(schedule.rotateAfter()))
                ? Optional.empty()
                : Optional.of(new Authorities(
                        now.current(),
                        Optional.of(
                                new Authorities.Next(Certificates.authority(time, schedule.life()), Optional.empty())),
                        Optional.empty()));
    }

    private Optional<Authorities> advance(Authorities now, Authorities.Next next, Instant time) {
        if (next.announced().isEmpty()) {
            return Optional.of(new Authorities(
                    now.current(),
                    Optional.of(new Authorities.Next(next.authority(), Optional.of(time))),
                    Optional.empty()));
        }
        Instant known = next.announced().orElseThrow().plus(schedule.announce());
        return time.isBefore(known)
                ? Optional.empty()
                : Optional.of(new Authorities(
                        next.authority(),
                        Optional.empty(),
                        Optional.of(new Authorities.Previous(now.current().certificate(), time))));
    }
}
