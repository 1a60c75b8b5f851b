package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator tells and is told, stream after stream. */
class StreamClientTest extends StreamClientFixture {
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
    void aRenewedTokenIsUsedForTheNextStreamAndTheNextAnswer() throws IOException {
        start();
        until(() -> assertThat(operator.streams()).isEqualTo(1));

        Files.writeString(folder.resolve("token"), "another-token");
        operator.hangUp();

        until(() -> assertThat(operator.asked()).hasSize(2));
        assertThat(operator.asked().getLast().authorization()).isEqualTo("Bearer another-token");
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

    private static Version versionOf(Published object) {
        Publisher publisher = new Publisher();
        publisher.publish(List.of(object), List.of());
        return publisher.version();
    }
}
