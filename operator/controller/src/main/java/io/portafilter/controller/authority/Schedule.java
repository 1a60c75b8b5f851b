package io.portafilter.controller.authority;

import java.time.Duration;

/**
 * When what is replaced.
 *
 * @param life how long an authority's certificate is valid
 * @param rotateAfter the age at which an authority is replaced
 * @param announce how long clients are told of a new authority before it is used: until the last proxy has read the bundle anew. A
 *     kubelet passes a changed ConfigMap on within some two minutes
 * @param leafLife how long a server's certificate is valid; it is renewed when two thirds are over
 */
public record Schedule(Duration life, Duration rotateAfter, Duration announce, Duration leafLife) {
    /** Ten years, one year, ten minutes, 24 hours. */
    public static final Schedule DEFAULT =
            new Schedule(Duration.ofDays(3650), Duration.ofDays(365), Duration.ofMinutes(10), Duration.ofHours(24));

    /**
     * Checks that a rotation has the time that it needs.
     *
     * @throws IllegalArgumentException if not; the message says which times do not go together
     */
    public Schedule {
        if (!announce.isPositive() || leafLife.toSeconds() < 1) {
            throw new IllegalArgumentException("a new authority has to be announced for some time (" + announce
                    + "), and a server's certificate has to be valid for a second at least (" + leafLife + ")");
        }
        Duration needed = announce.multipliedBy(2).plus(leafLife);
        if (rotateAfter.compareTo(needed) < 0 || life.compareTo(rotateAfter.plus(needed)) < 0) {
            throw new IllegalArgumentException("an authority that is valid for " + life + " cannot be replaced after "
                    + rotateAfter + ": a rotation takes " + needed + " (twice the announcement, and what a server's"
                    + " certificate is valid for), so replace it no sooner than that, and that long before its end");
        }
    }

    /** How long after its last use an authority is trusted: a replica that heard late of the change, or whose
     * clock is late, issued from it a little longer. */
    Duration retirement() {
        return leafLife.plus(announce);
    }

    /** How often to look whether something is to be done. */
    Duration pulse() {
        Duration tenth = (announce.compareTo(leafLife) < 0 ? announce : leafLife).dividedBy(10);
        return tenth.compareTo(Duration.ofMinutes(1)) < 0 ? tenth : Duration.ofMinutes(1);
    }
}
