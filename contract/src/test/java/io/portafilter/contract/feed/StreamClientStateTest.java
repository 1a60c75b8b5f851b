package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restarts with the state that an earlier run left on disk. */
class StreamClientStateTest extends StreamClientFixture {
    @Test
    void withoutAnyOperatorTheStateOnDiskIsServed() {
        operator.publish(Shop.objects(), List.of());
        startWithDisk(operator.url());
        until(() -> assertThat(target.steps()).hasSize(1));
        stop();
        RecordingTarget restarted = new RecordingTarget();

        boolean served = restart(restarted, URI.create("https://localhost:1"));

        assertThat(served).isTrue();
        assertThat(restarted.objects()).containsExactlyInAnyOrderElementsOf(Shop.objects());
        assertThat(status().source()).isEqualTo(StreamStatus.Source.DISK);
        assertThat(status().version()).contains(operator.version().version());
        assertThat(log.at(Level.WARN)).anyMatch(line -> line.startsWith("serving the state of 2"));
        until(() -> assertThat(status().broken()).isGreaterThan(2));
        assertThat(status().connected()).isFalse();
        assertThat(restarted.steps()).hasSize(1);
    }

    @Test
    void anOperatorConfirmsTheStateFromDiskWithoutSendingIt() {
        operator.publish(Shop.objects(), List.of());
        startWithDisk(operator.url());
        until(() -> assertThat(operator.answers()).containsExactly(applied()));
        stop();
        RecordingTarget restarted = new RecordingTarget();

        restart(restarted, operator.url());
        until(() -> assertThat(operator.streams()).isEqualTo(1));
        assertThat(operator.asked().getLast().version())
                .contains(operator.version().version().toString());
        assertThat(status().source()).isEqualTo(StreamStatus.Source.DISK);
        operator.heartbeat();

        until(() -> assertThat(status().source()).isEqualTo(StreamStatus.Source.OPERATOR));
        assertThat(restarted.steps()).hasSize(1);
        until(() -> assertThat(operator.answers()).containsExactly(applied(), applied()));
    }

    @Test
    void anOperatorWithAnotherVersionReplacesTheStateFromDisk() {
        operator.publish(Shop.objects(), List.of());
        startWithDisk(operator.url());
        until(() -> assertThat(target.steps()).hasSize(1));
        stop();
        operator.publish(
                List.of(Shop.cluster("cart"), Shop.endpoints("cart", 5)),
                List.of(Shop.identity().key()));
        RecordingTarget restarted = new RecordingTarget();

        restart(restarted, operator.url());

        until(() -> assertThat(restarted.version()).contains(operator.version().version()));
        assertThat(restarted.steps().getLast().puts()).containsExactly(Shop.cluster("cart"), Shop.endpoints("cart", 5));
        assertThat(restarted.steps().getLast().deletes())
                .containsExactly(Shop.identity().key());
        stop();
        RecordingTarget third = new RecordingTarget();
        restart(third, URI.create("https://localhost:1"));
        assertThat(third.objects()).containsExactlyInAnyOrderElementsOf(restarted.objects());
    }

    @Test
    void aDiskThatFailedGetsEverythingAgain() throws IOException {
        operator.publish(Shop.objects(), List.of());
        startWithDisk(operator.url());
        until(() -> assertThat(target.steps()).hasSize(1));
        stop();
        Files.writeString(folder.resolve("state/last-good"), "something else\n");
        RecordingTarget restarted = new RecordingTarget();

        assertThat(restart(restarted, operator.url())).isFalse();

        until(() -> assertThat(restarted.steps()).hasSize(1));
        stop();
        RecordingTarget third = new RecordingTarget();
        assertThat(restart(third, URI.create("https://localhost:1"))).isTrue();
        assertThat(third.objects()).containsExactlyInAnyOrderElementsOf(Shop.objects());
    }
}
