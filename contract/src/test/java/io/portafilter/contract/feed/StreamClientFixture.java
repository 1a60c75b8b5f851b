package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A client against an operator's end over real TLS on loopback. */
abstract class StreamClientFixture {
    private static final Duration SOON = Duration.ofSeconds(30);
    static final StreamOptions.Pace QUICK = new StreamOptions.Pace(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(5), Duration.ofMillis(50));

    @TempDir
    Path folder;

    final TestAuthority authority = new TestAuthority("internal");
    final TestOperator operator = new TestOperator(authority.server("localhost"), 0);
    final RecordingTarget target = new RecordingTarget();
    final LogLines log = new LogLines();
    private Optional<StreamClient> client = Optional.empty();
    private Optional<LastGood> disk = Optional.empty();

    @BeforeEach
    void credentials() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), authority.pem());
        Files.writeString(folder.resolve("token"), "the-token\n");
    }

    @AfterEach
    void end() {
        stop();
        operator.close();
        log.close();
    }

    final void start() {
        start(options(operator.url(), StreamOptions.Limits.DEFAULT, QUICK), Optional.empty());
    }

    final void startWithDisk(URI url) {
        start(options(url, StreamOptions.Limits.DEFAULT, QUICK), Optional.of(openDisk()));
    }

    final void start(StreamOptions options, Optional<LastGood> lastGood) {
        StreamClient started = new StreamClient(options, target, lastGood);
        client = Optional.of(started);
        disk = lastGood;
        started.restore();
        started.start();
    }

    final boolean restart(RecordingTarget anew, URI url) {
        disk = Optional.of(openDisk());
        StreamClient started = new StreamClient(options(url, StreamOptions.Limits.DEFAULT, QUICK), anew, disk);
        client = Optional.of(started);
        boolean served = started.restore();
        started.start();
        return served;
    }

    private LastGood openDisk() {
        try {
            return LastGood.open(folder.resolve("state"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void stop() {
        client.ifPresent(StreamClient::close);
        disk.ifPresent(LastGood::close);
        client = Optional.empty();
        disk = Optional.empty();
        until(() -> {
            operator.heartbeat();
            assertThat(operator.streams()).isZero();
        });
    }

    final StreamOptions options(URI url, StreamOptions.Limits limits, StreamOptions.Pace pace) {
        return new StreamOptions(url, folder.resolve("ca.crt"), folder.resolve("token"), limits, pace);
    }

    final StreamStatus status() {
        return client.orElseThrow().status();
    }

    final Frame.Up applied() {
        return new Frame.Applied(Frame.CONTRACT, operator.version().version());
    }

    static void until(ThrowingRunnable assertion) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(5)).untilAsserted(assertion);
    }
}
