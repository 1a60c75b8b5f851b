package io.portafilter.controller.leader;

import java.time.Duration;
import java.util.Optional;

/**
 * What one candidate has seen of the lease, by its own clock: a lease has ended when the candidate saw no change of it for as long as
 * its holder promised. The times inside the lease are another machine's and are only compared with each other.
 */
final class Observation {
    private Optional<Claim> last = Optional.empty();
    private long since;

    /**
     * What a lease says.
     *
     * @param holder empty if nobody's
     * @param ttl how long it holds without a change
     * @param renewed when its holder wrote it last, as text
     */
    record Claim(String holder, Duration ttl, String renewed) {}

    /**
     * Whether the lease may be taken.
     *
     * @param claim as it was just read
     * @param now nanoseconds, of any origin
     */
    boolean isFree(Claim claim, long now) {
        if (claim.holder().isEmpty()) {
            return true;
        }
        if (!last.equals(Optional.of(claim))) {
            last = Optional.of(claim);
            since = now;
        }
        return now - since >= claim.ttl().toNanos();
    }
}
