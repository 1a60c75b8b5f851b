package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an operator's end over real TLS on loopback. */
class StreamClientTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final StreamOptions.Pace QUICK = new StreamOptions.Pace(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(5), Duration.ofMillis(50));

    @TempDir
    private Path folder;

    private final TestAuthority authority = new TestAuthority("internal");
    private final TestOperator operator = new TestOperator(authority.server("localhost"), 0);
    private final RecordingTarget target = new RecordingTarget();
    private final LogLines log = new LogLines();
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

    @Test
    void aProxyWithNothingIsToldEverythingAndSaysWhatItApplied() {
        operator.publish(Shop.objects(), List.of());

        start();

        until(() -> assertThat(target.version()).contains(operator.version().version()));
        assertThat(target.objects()).containsExactlyInAnyOrderElementsOf(Shop.objects());
        until(() -> assertThat(operator.answers()).containsExactly(applied()));
        assertThat(operator.asked()).containsExactly(new TestOperator.Asked(Optional.empty(), "Bearer the-token", "1"));
        assertThat(status().connected()).isTrue();
        assertThat(status().source()).isEqualTo(StreamStatus.Source.OPERATOR);
        assertThat(status().version()).contains(operator.version().version());
        assertThat(status().lastContact()).isPresent();
    }

    @Test
    void eachChangeComesAsOneStep() {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.publish(List.of(Shop.endpoints("web", 2)), List.of());
        operator.publish(List.of(), List.of(Shop.identity().key()));

        until(() -> assertThat(target.steps()).hasSize(3));
        assertThat(target.steps().get(1).puts()).containsExactly(Shop.endpoints("web", 2));
        assertThat(target.steps().get(2).deletes())
                .containsExactly(Shop.identity().key());
        assertThat(status().commits()).isEqualTo(3);
    }

    @Test
    void afterABreakOnlyWhatChangedMeanwhileIsApplied() {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));
        operator.refuse(503, "not synced");
        operator.hangUp();
        until(() -> assertThat(status().connected()).isFalse());
        assertThat(target.objects()).hasSize(4);
        Endpoints changed = Shop.endpoints("web", 9);
        operator.publish(List.of(changed), List.of());

        operator.refuse(0, "");

        until(() -> assertThat(target.version()).contains(operator.version().version()));
        assertThat(target.steps().getLast().puts()).containsExactly(changed);
        assertThat(operator.asked().getLast().version())
                .contains(target.steps().getFirst().version().toString());
        assertThat(status().streams()).isEqualTo(2);
        assertThat(status().broken()).isPositive();
    }

    @Test
    void nothingIsResentWhenTheVersionIsTheOperators() {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.hangUp();

        until(() -> assertThat(status().streams()).isEqualTo(2));
        until(() -> assertThat(operator.streams()).isEqualTo(1));
        operator.publish(List.of(Shop.endpoints("web", 3)), List.of());
        until(() -> assertThat(target.steps()).hasSize(2));
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\n",
                "{\"frame\":\"hello\"}\n",
                "{\"frame\":\"inventory\",\"contract\":2,\"objects\":{}}\n",
                "{\"frame\":\"commit\",\"version\":\"0000000000000000000000000000000000000000000000000000000000000000\"}\n"
            })
    void anOperatorThatBreaksTheContractIsAskedForEverythingAgain(String broken) {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.say(broken);

        until(() -> assertThat(status().streams()).isEqualTo(2));
        assertThat(status().contractErrors()).isEqualTo(1);
        assertThat(operator.asked().getLast().version()).isEmpty();
        assertThat(target.objects()).containsExactlyInAnyOrderElementsOf(Shop.objects());
        assertThat(log.at(Level.ERROR)).anyMatch(line -> line.startsWith("the operator broke the contract: "));
        until(() -> assertThat(status().commits()).isEqualTo(2));
        assertThat(target.steps().getLast().puts()).isEmpty();
        operator.hangUp();
        until(() -> assertThat(operator.asked()).hasSize(3));
        assertThat(operator.asked().getLast().version()).isPresent();
    }

    @Test
    void aPutWithAWrongDigestDropsTheStreamAndItsSecretIsNotLogged() {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.say(FrameLines.write(new Frame.Put(Digest.of(new byte[0]), Shop.identity())));
        operator.say(Shop.KEY);

        until(() -> assertThat(status().contractErrors()).isEqualTo(1));
        until(() -> assertThat(status().streams()).isEqualTo(2));
        assertThat(log.all()).noneMatch(line -> line.contains("very-secret") || line.contains("the-token"));
    }

    @Test
    void silenceEndsAStream() {
        operator.publish(Shop.objects(), List.of());
        StreamOptions.Pace impatient = new StreamOptions.Pace(
                QUICK.connect(), Duration.ofMillis(300), QUICK.shortestWait(), QUICK.longestWait());
        start(options(operator.url(), StreamOptions.Limits.DEFAULT, impatient), Optional.empty());

        until(() -> assertThat(status().streams()).isGreaterThan(1));

        assertThat(target.objects()).hasSize(4);
        assertThat(log.at(Level.WARN)).contains("the operator said nothing for 0 s; what is served stays");
    }

    @Test
    void anOperatorThatSpeaksSlowlyIsWaitedFor() {
        StreamOptions.Pace pace = new StreamOptions.Pace(
                QUICK.connect(), Duration.ofSeconds(5), QUICK.shortestWait(), QUICK.longestWait());
        start(options(operator.url(), StreamOptions.Limits.DEFAULT, pace), Optional.empty());
        until(() -> assertThat(operator.streams()).isEqualTo(1));
        byte[] put = FrameLines.write(new Frame.Put(Digest.of(Shop.endpoints("a", 1)), Shop.endpoints("a", 1)));
        for (byte one : put) {
            operator.say(new byte[] {one});
        }
        Version version = versionOf(Shop.endpoints("a", 1));
        operator.say(FrameLines.write(new Frame.Commit(version)));

        until(() -> assertThat(target.version()).contains(version));
        assertThat(status().streams()).isEqualTo(1);
    }

    @Test
    void aLineOverTheLimitDropsTheStreamButNotWhatIsServed() {
        operator.publish(Shop.objects(), List.of());
        start(options(operator.url(), new StreamOptions.Limits(4096, 1 << 20), QUICK), Optional.empty());
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.say("x".repeat(5000));

        until(() -> assertThat(status().streams()).isEqualTo(2));
        assertThat(log.at(Level.WARN)).contains("a line is longer than 4096 bytes; what is served stays");
        assertThat(operator.asked().getLast().version()).isPresent();
        assertThat(target.objects()).hasSize(4);
    }

    @Test
    void aStepOverTheLimitDropsTheStreamButNotWhatIsServed() {
        operator.publish(Shop.objects(), List.of());
        start(options(operator.url(), new StreamOptions.Limits(1 << 20, 20_000), QUICK), Optional.empty());
        until(() -> assertThat(target.steps()).hasSize(1));
        byte[] put = FrameLines.write(new Frame.Put(Digest.of(Shop.identity()), Shop.identity()));

        for (int sent = 0; sent <= 20_000; sent += put.length - 1) {
            operator.say(put);
        }

        until(() -> assertThat(status().streams()).isEqualTo(2));
        assertThat(log.at(Level.WARN)).contains("a step is larger than 20000 bytes; what is served stays");
        operator.publish(List.of(Shop.endpoints("web", 7)), List.of());
        until(() -> assertThat(target.steps()).hasSize(2));
        assertThat(target.steps().getLast().puts()).containsExactly(Shop.endpoints("web", 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | ERROR | the operator does not accept our token (401): go away; what is served stays
            403 | ERROR | the operator does not serve our service account (403): go away; what is served stays
            409 | ERROR | the operator does not speak version 1 of the contract (409): go away; what is served stays
            429 | WARN  | the operator serves too many streams (429): go away; what is served stays
            503 | WARN  | the operator is not ready (503): go away; what is served stays
            500 | WARN  | the operator refused (500): go away; what is served stays
            """)
    void aRefusalIsSaidAndTriedAgain(int status, String level, String sentence) {
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));

        operator.refuse(status, "go away\u0007");
        operator.hangUp();

        until(() -> assertThat(operator.asked()).hasSizeGreaterThan(3));
        assertThat(log.at(Level.valueOf(level))).containsOnlyOnce(sentence);
        assertThat(target.objects()).hasSize(4);
        assertThat(status().connected()).isFalse();
        operator.refuse(0, "");
        until(() -> assertThat(status().connected()).isTrue());
    }

    @Test
    void aRenewedTokenIsUsedForTheNextStreamAndTheNextAnswer() throws IOException {
        start();
        until(() -> assertThat(operator.streams()).isEqualTo(1));

        Files.writeString(folder.resolve("token"), "another-token");
        operator.hangUp();

        until(() -> assertThat(operator.asked()).hasSize(2));
        assertThat(operator.asked().getLast().authorization()).isEqualTo("Bearer another-token");
    }

    @Test
    void anOperatorOfAnotherAuthorityIsNotBelievedUntilTheBundleHoldsIt() throws IOException {
        TestAuthority other = new TestAuthority("renewed");
        try (TestOperator renewed = new TestOperator(other.server("localhost"), 0)) {
            renewed.publish(Shop.objects(), List.of());
            start(options(renewed.url(), StreamOptions.Limits.DEFAULT, QUICK), Optional.empty());
            until(() -> assertThat(status().broken()).isGreaterThan(1));
            assertThat(renewed.asked()).isEmpty();

            Files.writeString(folder.resolve("ca.crt"), authority.pem() + other.pem());

            until(() -> assertThat(target.objects()).hasSize(4));
        }
    }

    @Test
    void anOperatorOfAnotherNameIsNotBelieved() {
        try (TestOperator wrong = new TestOperator(authority.server("elsewhere.test"), 0)) {
            start(options(wrong.url(), StreamOptions.Limits.DEFAULT, QUICK), Optional.empty());

            until(() -> assertThat(status().broken()).isGreaterThan(2));

            assertThat(wrong.asked()).isEmpty();
            assertThat(log.at(Level.WARN)).anyMatch(line -> line.startsWith("no answer from https://localhost"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            token  | ''          | holds no token
            token  | 'a b'       | holds no token
            token  | -           | cannot be read: NoSuchFileException
            ca.crt | ''          | holds no certificate
            ca.crt | 'no PEM'    | cannot be used
            ca.crt | -           | cannot be read: NoSuchFileException
            """)
    void whatTheFilesLackIsSaid(String file, String text, String sentence) throws IOException {
        if (text == null) {
            Files.delete(folder.resolve(file));
        } else {
            Files.writeString(folder.resolve(file), text);
        }

        start();

        until(() -> assertThat(log.at(Level.WARN))
                .anyMatch(line -> line.contains(folder.resolve(file).toString()) && line.contains(sentence)));
        assertThat(operator.asked()).isEmpty();
    }

    @Test
    void refusalsGoUpAndAreToldToTheNextOperatorToo() {
        target.refuse(Shop.identity().key());
        operator.publish(Shop.objects(), List.of());
        start();
        Frame.Refused refused = new Frame.Refused(Shop.identity().key(), Digest.of(Shop.identity()), "no use");
        until(() -> assertThat(operator.answers()).containsExactly(refused, applied()));
        assertThat(status().refused()).isEqualTo(1);

        operator.hangUp();

        until(() -> assertThat(operator.answers()).containsExactly(refused, applied(), refused, applied()));
        target.accept(Shop.identity().key());
        until(() -> assertThat(operator.streams()).isEqualTo(1));
        operator.publish(List.of(), List.of(Shop.identity().key()));
        until(() -> assertThat(status().refused()).isZero());
    }

    @Test
    void anOperatorThatDoesNotListenIsHeardAllTheSame() {
        operator.deaf(true);
        operator.publish(Shop.objects(), List.of());
        start();
        until(() -> assertThat(target.steps()).hasSize(1));
        Frame.Up first = applied();
        operator.publish(List.of(Shop.endpoints("web", 2)), List.of());
        until(() -> assertThat(target.steps()).hasSize(2));

        operator.deaf(false);

        until(() -> assertThat(operator.answers()).containsExactly(first, applied()));
    }

    @Test
    void aStepThatTheProxyBreaksDownOverComesAgain() {
        operator.publish(Shop.objects(), List.of());
        target.breakDown(1);

        start();

        until(() -> assertThat(target.objects()).containsExactlyInAnyOrderElementsOf(Shop.objects()));
        assertThat(operator.asked()).hasSize(2);
        assertThat(operator.asked().getLast().version()).isEmpty();
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

    @ParameterizedTest
    @ValueSource(
            strings = {"http://operator:9443", "operator:9443", "https://operator/x", "https://u@operator", "https:///"
            })
    void anAddressThatIsNoneIsRefused(String url) {
        assertThatThrownBy(() -> StreamOptions.of(URI.create(url), folder, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("https://HOST:PORT");
    }

    private void start() {
        start(options(operator.url(), StreamOptions.Limits.DEFAULT, QUICK), Optional.empty());
    }

    private void startWithDisk(URI url) {
        start(options(url, StreamOptions.Limits.DEFAULT, QUICK), Optional.of(openDisk()));
    }

    private void start(StreamOptions options, Optional<LastGood> lastGood) {
        StreamClient started = new StreamClient(options, target, lastGood);
        client = Optional.of(started);
        disk = lastGood;
        started.restore();
        started.start();
    }

    private boolean restart(RecordingTarget anew, URI url) {
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

    private void stop() {
        client.ifPresent(StreamClient::close);
        disk.ifPresent(LastGood::close);
        client = Optional.empty();
        disk = Optional.empty();
        until(() -> {
            operator.heartbeat();
            assertThat(operator.streams()).isZero();
        });
    }

    private StreamOptions options(URI url, StreamOptions.Limits limits, StreamOptions.Pace pace) {
        return new StreamOptions(url, folder.resolve("ca.crt"), folder.resolve("token"), limits, pace);
    }

    private StreamStatus status() {
        return client.orElseThrow().status();
    }

    private Frame.Up applied() {
        return new Frame.Applied(Frame.CONTRACT, operator.version().version());
    }

    private static Version versionOf(Published object) {
        Publisher publisher = new Publisher();
        publisher.publish(List.of(object), List.of());
        return publisher.version();
    }

    private static void until(ThrowingRunnable assertion) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(5)).untilAsserted(assertion);
    }
}
