package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretContentsTest {
    private static final Name A = new Name("shop", "a");
    private static final Name B = new Name("shop", "b");

    private final List<String> told = new ArrayList<>();
    private final List<Long> fetches = new ArrayList<>();
    private final SecretContents contents = new SecretContents((_, ticket) -> fetches.add(ticket), new SecretSink() {
        @Override
        public void exists(Name secret) {
            told.add("exists " + secret.name());
        }

        @Override
        public void contents(Secret secret) {
            told.add(secret.meta().name().name() + " is "
                    + Optional.ofNullable(secret.data().get("value"))
                            .map(SecretBytes::text)
                            .orElse(""));
        }

        @Override
        public void gone(Name secret) {
            told.add("gone " + secret.name());
        }
    });

    @Test
    void contentsThatNobodyAsksForAreNotFetched() {
        contents.exists(A, "1");
        contents.exists(A, "2");

        assertThat(fetches).isEmpty();
        assertThat(told).containsExactly("exists a");
    }

    @Test
    void contentsAreFetchedOnceAVersion() {
        contents.exists(A, "1");
        want(A);
        fetched(A, "1", "red");
        contents.exists(A, "1");
        assertThat(fetches).hasSize(1);

        contents.exists(A, "2");
        fetched(A, "2", "blue");

        assertThat(fetches).hasSize(2);
        assertThat(told).containsExactly("exists a", "a is red", "a is blue");
    }

    @Test
    void aSecretThatComesAfterItWasAskedForIsFetchedThen() {
        want(A);
        assertThat(fetches).isEmpty();

        contents.exists(A, "1");
        fetched(A, "1", "red");

        assertThat(told).containsExactly("exists a", "a is red");
    }

    @Test
    void contentsThatChangedDuringTheFetchAreFetchedAgainUnlessTheFetchSawThem() {
        contents.exists(A, "1");
        want(A);
        contents.exists(A, "2");
        assertThat(fetches).as("one at a time").hasSize(1);
        fetched(A, "1", "red");
        assertThat(fetches).hasSize(2);

        contents.exists(A, "3");
        fetched(A, "3", "green");

        assertThat(fetches).hasSize(2);
        assertThat(told).containsExactly("exists a", "a is red", "a is green");
    }

    @Test
    void aFetchThatSawMoreThanTheWatchIsNotRepeated() {
        contents.exists(A, "1");
        want(A);
        fetched(A, "2", "blue");
        contents.exists(A, "2");

        assertThat(fetches).hasSize(1);
    }

    @Test
    void contentsThatNobodyAsksForAnyMoreAreTakenBack() {
        contents.exists(A, "1");
        want(A);
        fetched(A, "1", "red");
        told.clear();

        contents.want(new Difference<>(List.of(B), List.of(A)));

        assertThat(told).containsExactly("exists a");
    }

    @Test
    void anAnswerThatNobodyWaitsForAnyMoreIsDropped() {
        contents.exists(A, "1");
        want(A);
        long first = fetches.getLast();
        contents.want(new Difference<>(List.of(), List.of(A)));
        want(A);
        long second = fetches.getLast();
        assertThat(second).isNotEqualTo(first);

        contents.fetched(A, first, Optional.of(answer(A, "red", "1")));
        assertThat(contents.isAwaited(A, second)).isTrue();
        assertThat(told).doesNotContain("a is red");

        contents.fetched(A, second, Optional.of(answer(A, "blue", "2")));
        assertThat(told).endsWith("a is blue");
    }

    @Test
    void aSecretThatWentDuringTheFetchStaysGone() {
        contents.exists(A, "1");
        want(A);
        contents.gone(A);
        fetched(A, "1", "red");

        assertThat(told).containsExactly("exists a", "gone a");
    }

    @Test
    void aSecretThatWentAndCameBackIsFetchedAgain() {
        contents.exists(A, "1");
        want(A);
        fetched(A, "1", "red");
        contents.gone(A);
        contents.exists(A, "7");
        fetched(A, "7", "blue");

        assertThat(told).containsExactly("exists a", "a is red", "gone a", "exists a", "a is blue");
    }

    @Test
    void contentsThatAreRefusedCountAsAbsentUntilTheyAreToldAfterAll() {
        contents.exists(A, "1");
        want(A);
        contents.refused(A, fetches.getLast());
        assertThat(told).containsExactly("exists a", "gone a");

        fetched(A, "1", "red");
        assertThat(told).endsWith("a is red");
    }

    private void want(Name secret) {
        contents.want(new Difference<>(List.of(secret), List.of()));
    }

    /** The answer to the last fetch. */
    private void fetched(Name secret, String version, String value) {
        contents.fetched(secret, fetches.getLast(), Optional.of(answer(secret, value, version)));
    }

    private static SecretContents.Fetched answer(Name name, String value, String version) {
        return new SecretContents.Fetched(
                new Secret(
                        new Meta(name, "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>()),
                        "Opaque",
                        new TreeMap<>(Map.of("value", SecretBytes.of(value.getBytes(StandardCharsets.UTF_8))))),
                version);
    }
}
