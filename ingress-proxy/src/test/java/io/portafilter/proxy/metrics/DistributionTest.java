package io.portafilter.proxy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private final Cells cells = new Cells(Distribution.ALL.getLast().end());

    @Test
    void timesFallIntoTheBucketsOfPrometheus() {
        Distribution time = Distribution.REQUEST_DURATION;

        time.record(cells, 4_999_999);
        time.record(cells, 5_000_000);
        time.record(cells, 5_000_001);
        time.record(cells, 11_000_000_000L);

        assertThat(time.upperBounds())
                .containsExactly(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY);
        assertThat(time.buckets(numbers())).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(time.sum(numbers())).isEqualTo(11.015);
    }

    @Test
    void lengthsAndSizesHaveBucketsOfTheirOwn() {
        Distribution.REQUEST_SIZE.record(cells, 100);
        Distribution.BYTES_SENT.record(cells, 20_000_000);

        assertThat(Distribution.REQUEST_SIZE.upperBounds())
                .containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, Double.POSITIVE_INFINITY);
        assertThat(Distribution.REQUEST_SIZE.buckets(numbers())).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(Distribution.BYTES_SENT.upperBounds())
                .containsExactly(10, 100, 1000, 1e4, 1e5, 1e6, 1e7, Double.POSITIVE_INFINITY);
        assertThat(Distribution.BYTES_SENT.buckets(numbers())).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(Distribution.BYTES_SENT.sum(numbers())).isEqualTo(2e7);
    }

    @Test
    void noTwoDistributionsShareACell() {
        for (Distribution distribution : Distribution.ALL) {
            distribution.record(cells, 1);
        }

        Set<String> labels = new HashSet<>();
        for (Distribution distribution : Distribution.ALL) {
            assertThat(Arrays.stream(distribution.buckets(numbers())).sum())
                    .as(distribution.label())
                    .isEqualTo(1);
            labels.add(distribution.label());
        }
        assertThat(labels).hasSize(Distribution.ALL.size());
        assertThat(numbers()[0]).as("requests are counted apart").isZero();
    }

    private long[] numbers() {
        long[] numbers = new long[Distribution.ALL.getLast().end()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cells.get(i);
        }
        return numbers;
    }
}
