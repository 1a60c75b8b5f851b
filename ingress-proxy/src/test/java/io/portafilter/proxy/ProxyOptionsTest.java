package io.portafilter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyOptionsTest {
    private static final ProxyOptions USUAL =
            ProxyOptions.of(List.of(new InetSocketAddress(80)), List.of(), Optional.empty());

    @Test
    void theUsualIsALoopForEachProcessorAndALogOnStandardOutput() {
        assertThat(USUAL.loops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(USUAL.accessLog()).contains(System.out);
        assertThat(USUAL.admin()).isEmpty();
    }

    @Test
    void eachOptionCanBeChangedAlone() {
        MetricLabels labels = new MetricLabels("ns", "class", "pod");

        ProxyOptions changed = USUAL.withLoops(3)
                .withAccessLog(Optional.empty())
                .withLabels(labels)
                .withMetrics(new MetricOptions(false, true))
                .withRelease("1.2.3");

        assertThat(changed)
                .isEqualTo(new ProxyOptions(
                        USUAL.http(),
                        USUAL.https(),
                        USUAL.admin(),
                        3,
                        Optional.empty(),
                        USUAL.zone(),
                        labels,
                        new MetricOptions(false, true),
                        "1.2.3"));
    }

    @Test
    void aProxyNeedsALoop() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withLoops(0))
                .withMessageContaining("at least one event loop");
    }
}
