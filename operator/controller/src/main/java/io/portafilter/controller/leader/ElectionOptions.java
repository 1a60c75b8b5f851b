package io.portafilter.controller.leader;

import io.portafilter.snapshot.Name;
import java.time.Duration;

/**
 * How leaders are elected.
 *
 * @param lease the Lease that replicas contend for ({@code --election-id} in the operator's namespace)
 * @param installation whose objects the Lease goes with
 * @param identity of this replica: its pod's name, so that a container that starts again in the same pod goes on at once
 * @param ttl how long a lease holds that nobody renews ({@code --election-ttl}), whole seconds, at least 2
 */
public record ElectionOptions(Name lease, Installation installation, String identity, Duration ttl) {
    /**
     * Less than ingress-nginx's 30 s: when a leader dies another one writes within 20 s, the time to notice and to start included.
     */
    public static final Duration DEFAULT_TTL = Duration.ofSeconds(10);

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is too short or not whole seconds; the message says so
     */
    public ElectionOptions {
        if (ttl.toSeconds() < 2 || !ttl.equals(Duration.ofSeconds(ttl.toSeconds()))) {
            throw new IllegalArgumentException(
                    "--election-ttl: " + ttl + " is not a whole number of seconds, at least 2; the default is 10s");
        }
    }

    /** A leader that could not renew for so long stops writing: well before anybody else may take the lease. */
    Duration renewDeadline() {
        return ttl.multipliedBy(2).dividedBy(3);
    }

    /** Between two attempts, of the leader to renew and of the others to take over. */
    Duration retryPeriod() {
        return ttl.dividedBy(6);
    }
}
