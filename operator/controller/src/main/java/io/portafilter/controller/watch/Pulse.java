package io.portafilter.controller.watch;

import java.time.Duration;

/**
 * How a connection that is only listened to is kept from being believed in when nobody is there any more.
 *
 * @param every between two pings
 * @param silence after so long without any sign of life it is over
 */
record Pulse(Duration every, Duration silence) {
    /** As Kubernetes' own clients: somebody who has vanished is missed within a minute. */
    static final Pulse DEFAULT = new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(45));
}
