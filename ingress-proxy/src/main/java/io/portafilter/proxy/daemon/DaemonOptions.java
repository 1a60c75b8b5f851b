package io.portafilter.proxy.daemon;

import io.portafilter.contract.feed.StreamOptions;
import io.portafilter.proxy.ProxyOptions;
import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param stream the operator
 * @param stateFolder where the last good state is; empty to keep none
 * @param http where plain HTTP is served
 * @param https where HTTPS is served
 * @param admin where probes and metrics are
 * @param healthCheckPath another path of readiness
 * @param labels of every metric
 * @param metrics what metrics tell
 * @param pace of the end
 * @param release the product's version
 */
record DaemonOptions(
        StreamOptions stream,
        Optional<Path> stateFolder,
        List<InetSocketAddress> http,
        List<InetSocketAddress> https,
        InetSocketAddress admin,
        String healthCheckPath,
        MetricLabels labels,
        MetricOptions metrics,
        ShutdownPace pace,
        String release) {
    /** Copies the lists. */
    DaemonOptions {
        http = List.copyOf(http);
        https = List.copyOf(https);
    }

    ProxyOptions proxy() {
        return ProxyOptions.of(http, https, Optional.of(admin))
                .withLabels(labels)
                .withMetrics(metrics)
                .withRelease(release);
    }
}
