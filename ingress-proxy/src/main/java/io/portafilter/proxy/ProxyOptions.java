package io.portafilter.proxy;

import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.proxy.metrics.MetricOptions;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a proxy is told by whoever starts it; everything else is configuration and comes through its {@link IngressProxy#target}.
 *
 * @param http where the listener {@code http} listens; port 0 lets the kernel choose
 * @param https where the listener {@code https} listens
 * @param admin where the admin port listens; empty for none
 * @param loops event loops, at least one
 * @param accessLog where access lines go; empty for nowhere. Closed by its owner
 * @param zone of the access log's times
 * @param labels of every metric
 * @param metrics what metrics tell
 * @param release the product's version, as metrics name it
 */
public record ProxyOptions(
        List<InetSocketAddress> http,
        List<InetSocketAddress> https,
        Optional<InetSocketAddress> admin,
        int loops,
        Optional<OutputStream> accessLog,
        ZoneId zone,
        MetricLabels labels,
        MetricOptions metrics,
        String release) {
    /** Checks the loops; copies the lists. */
    public ProxyOptions {
        if (loops < 1) {
            throw new IllegalArgumentException("a proxy needs at least one event loop, not " + loops);
        }
        http = List.copyOf(http);
        https = List.copyOf(https);
    }

    /**
     * The usual: as many loops as processors, access log on standard output.
     *
     * @param http where the listener {@code http} listens
     * @param https where the listener {@code https} listens
     * @param admin where the admin port listens; ingress-nginx has 10254
     */
    public static ProxyOptions of(
            List<InetSocketAddress> http, List<InetSocketAddress> https, Optional<InetSocketAddress> admin) {
        return new ProxyOptions(
                http,
                https,
                admin,
                Runtime.getRuntime().availableProcessors(),
                Optional.of(System.out),
                ZoneId.systemDefault(),
                MetricLabels.NONE,
                MetricOptions.DEFAULT,
                "unknown");
    }

    /** With another number of loops. */
    public ProxyOptions withLoops(int number) {
        return new ProxyOptions(http, https, admin, number, accessLog, zone, labels, metrics, release);
    }

    /** With another place for access lines; empty for nowhere. */
    public ProxyOptions withAccessLog(Optional<OutputStream> sink) {
        return new ProxyOptions(http, https, admin, loops, sink, zone, labels, metrics, release);
    }

    /** With these labels of every metric. */
    public ProxyOptions withLabels(MetricLabels other) {
        return new ProxyOptions(http, https, admin, loops, accessLog, zone, other, metrics, release);
    }

    /** With this version of the product. */
    public ProxyOptions withRelease(String version) {
        return new ProxyOptions(http, https, admin, loops, accessLog, zone, labels, metrics, version);
    }

    /** With other metrics. */
    public ProxyOptions withMetrics(MetricOptions other) {
        return new ProxyOptions(http, https, admin, loops, accessLog, zone, labels, other, release);
    }
}
