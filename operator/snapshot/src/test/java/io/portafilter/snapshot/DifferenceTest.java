package io.portafilter.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
    @Test
    void whatIsInOneSetOnlyCameOrWent() {
        Difference<String> difference = Difference.between(Set.of("a", "c", "b"), Set.of("d", "c", "e"));
        assertThat(difference).isEqualTo(new Difference<>(List.of("d", "e"), List.of("a", "b")));
        assertThat(difference.isEmpty()).isFalse();
        assertThat(Difference.between(Set.of("a"), Set.of("a")).isEmpty()).isTrue();
    }

    @Test
    void onlyWhatWasTouchedIsLookedAt() {
        assertThat(Difference.between(List.of("b", "b", "x"), Set.of("a"), Set.of("b", "c")))
                .isEqualTo(new Difference<>(List.of("b"), List.of()));
    }

    @Test
    void whatCameAndWentAgainHasDoneNeither() {
        Difference<String> there = Difference.between(Set.of(), Set.of("a"));
        Difference<String> back = Difference.between(Set.of("a"), Set.of());
        assertThat(there.then(back).isEmpty()).isTrue();
        assertThat(back.then(there).isEmpty()).isTrue();
    }

    @Test
    void twoStepsAsOneAreTheDifferenceOfTheirEnds() {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            Set<Integer> first = numbers(random);
            Set<Integer> second = numbers(random);
            Set<Integer> third = numbers(random);
            assertThat(Difference.between(first, second).then(Difference.between(second, third)))
                    .isEqualTo(Difference.between(first, third));
        }
    }

    private static Set<Integer> numbers(Random random) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            numbers.add(random.nextInt(8));
        }
        return numbers;
    }
}
