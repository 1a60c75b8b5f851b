package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators that break off, refuse, or are not believed: what is served stays. */
class StreamClientFaultsTest extends StreamClientFixture {
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
}
