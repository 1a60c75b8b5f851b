package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), new Random(7));

    @Test
    void waitsGrowToTheLongestAndAreNeverLonger() {
        List<Duration> waits = Stream.generate(backoff::next).limit(20).toList();

        Duration most = Duration.ofMillis(100);
        for (Duration wait : waits) {
            assertThat(wait).isBetween(most.dividedBy(2), most);
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            most = most.multipliedBy(2).compareTo(Duration.ofSeconds(5)) > 0
                    ? Duration.ofSeconds(5)
                    : most.multipliedBy(2);
        }
        assertThat(waits.getLast()).isGreaterThanOrEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void twoProxiesDoNotWaitEquallyLong() {
        Backoff other = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), new Random(8));

        assertThat(Stream.generate(backoff::next).limit(10).toList())
                .isNotEqualTo(Stream.generate(other::next).limit(10).toList());
    }

    @Test
    void successBeginsAnew() {
        Stream.generate(backoff::next)
                .limit(10)
                .forEach(wait -> assertThat(wait).isPositive());

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
    }
}
