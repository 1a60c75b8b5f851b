package io.portafilter.controller.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/**
 * A whole rotation in its usual times, on a clock that the test moves: two replicas, one of which hears late of each change, and a
 * client that connects to both the whole time and reads its bundle as late as it may.
 */
class GaplessRotationTest {
    private static final Schedule SCHEDULE = Schedule.DEFAULT;
    private static final Duration LATE = Duration.ofMinutes(9);
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    /** What was in effect since when. */
    private final TreeMap<Instant, Authorities> told = new TreeMap<>();

    private Authorities at(Instant time) {
        Map.Entry<Instant, Authorities> entry = told.floorEntry(time);
        return entry == null ? told.firstEntry().getValue() : entry.getValue();
    }

    /** A minute around each change, half an hour while nothing happens. */
    private Duration step(Instant now) {
        boolean busy = at(now).next().isPresent()
                || Duration.between(told.lastKey(), now).compareTo(Duration.ofMinutes(15)) < 0;
        return busy ? Duration.ofMinutes(1) : Duration.ofMinutes(30);
    }

    @Test
    void noHandshakeFailsThroughAWholeRotation() throws IOException {
        Rotation rotation = new Rotation(SCHEDULE);
        Credential first = Certificates.authority(BEGIN, SCHEDULE.life());
        Instant start = BEGIN.plus(SCHEDULE.rotateAfter()).minus(Duration.ofHours(1));
        told.put(start, Authorities.first(first));
        Issuer prompt = new Issuer(List.of("localhost"), SCHEDULE.leafLife(), first, start);
        Issuer late = new Issuer(List.of("localhost"), SCHEDULE.leafLife(), first, start);
        try (TlsServer one = new TlsServer(ServerContext.of(prompt.keys()));
                TlsServer other = new TlsServer(ServerContext.of(late.keys()))) {
            Instant now = start;
            int connections = 0;
            while (told.size() < 5) {
                now = now.plus(step(now));
                Instant time = now;
                rotation.after(at(now), now).ifPresent(after -> told.put(time, after));
                prompt.refresh(at(now).current(), now);
                late.refresh(at(now.minus(LATE)).current(), now);
                String bundle = at(now.minus(LATE)).bundle();
                for (TlsServer server : List.of(one, other)) {
                    assertThatCode(() -> TrustingClient.connect(server.port(), "localhost", bundle, time))
                            .as("at %s", time)
                            .doesNotThrowAnyException();
                    connections++;
                }
            }
            assertThat(connections).isGreaterThan(150);
            assertThat(one.handshakes() + other.handshakes()).isEqualTo(connections);
            assertThat(at(now).current()).isNotEqualTo(first);
            assertThat(at(now).previous()).isEmpty();
            assertThat(Duration.between(start, now)).isBetween(Duration.ofHours(25), Duration.ofHours(26));
        }
    }

    @Test
    void withoutTheAnnouncementThatClientWouldBeTurnedAway() throws IOException {
        Credential first = Certificates.authority(BEGIN, SCHEDULE.life());
        Credential second = Certificates.authority(BEGIN, SCHEDULE.life());
        Issuer hasty = new Issuer(List.of("localhost"), SCHEDULE.leafLife(), second, BEGIN);
        try (TlsServer server = new TlsServer(ServerContext.of(hasty.keys()))) {
            String bundle = Authorities.first(first).bundle();
            assertThatThrownBy(() -> TrustingClient.connect(server.port(), "localhost", bundle, BEGIN))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }
}
