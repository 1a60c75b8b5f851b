package io.portafilter.proxy.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.portafilter.contract.Version;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** All metrics of a proxy (behaviour §20), and those of its JVM. */
public final class ProxyMetrics implements AutoCloseable {
    private static final String PREFIX = "nginx_ingress_controller_";
    private static final String PROCESS = PREFIX + "nginx_process_";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Labels constant;
    private final List<LoopMetrics> loops;
    private final RouteMeters routes;
    private final RequestCollector requests;
    private final ProcessStatus process;
    private final List<MetricSnapshot> information;
    private final LongSupplier droppedLogLines;
    private volatile Supplier<List<CertificateExpiry>> certificates = List::of;
    private final ReentrantLock scraping = new ReentrantLock();
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private volatile ConfigurationMetrics configuration = ConfigurationMetrics.NOTHING_YET;

    /**
     * Nothing counted yet.
     *
     * @param labels of every metric
     * @param perHost whether requests are told apart by host
     * @param loops how many event loops there are
     * @param transport how they talk to the kernel
     * @param tls who does the cryptography
     * @param release the product's version
     * @param droppedLogLines access log lines that were lost
     */
    public ProxyMetrics(
            MetricLabels labels,
            boolean perHost,
            int loops,
            String transport,
            String tls,
            String release,
            LongSupplier droppedLogLines) {
        this.constant = labels.labels();
        this.loops = IntStream.range(0, loops).mapToObj(LoopMetrics::new).toList();
        this.routes = new RouteMeters(loops);
        this.requests = new RequestCollector(routes, constant, perHost);
        this.process = new ProcessStatus(Path.of("/proc/self"), constant);
        this.droppedLogLines = droppedLogLines;
        this.information = List.of(
                Snapshots.gauge(
                        PREFIX + "build_info",
                        "A metric with a constant '1' labeled with information about the build.",
                        1,
                        constant.merge(Labels.of("build", release, "release", release, "repository", "portafilter"))),
                Snapshots.gauge(
                        "portafilter_transport",
                        "A metric with a constant '1' labeled with the kernel interface and the TLS provider in use.",
                        1,
                        constant.merge(Labels.of("tls", tls, "transport", transport))));
        registry.getPrometheusRegistry().register((MultiCollector) this::collect);
        bindJvm();
    }

    private void bindJvm() {
        gc.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The cells of an event loop. */
    public LoopMetrics loop(int number) {
        return loops.get(number);
    }

    /** Where routes find their meters. */
    public RouteMeters routes() {
        return routes;
    }

    /** A commit was applied; {@code whole} if nothing of it was refused. */
    public void applied(Version version, boolean whole) {
        configuration = configuration.applied(version, whole, Instant.now());
    }

    /** Where the ends of certificates are asked for at each scrape. */
    public void certificates(Supplier<List<CertificateExpiry>> source) {
        certificates = source;
    }

    /** Adds somebody's metrics. */
    public void add(MetricSource source) {
        sources.add(source);
    }

    /**
     * Everything in Prometheus' text format, written as it is made: with thousands of hosts it is a hundred megabytes. One at a time.
     *
     * @throws IOException if it cannot be written
     */
    public void scrape(OutputStream out) throws IOException {
        scraping.lock();
        try {
            registry.scrape(out);
        } finally {
            scraping.unlock();
        }
    }

    private MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>(information);
        all.addAll(requests.collect());
        all.addAll(process.collect());
        addConnections(all);
        addConfiguration(all);
        sources.forEach(source -> all.addAll(source.collect(constant)));
        all.add(CertificateExpiry.snapshot(certificates.get(), constant));
        all.add(Snapshots.counter(
                "portafilter_access_log_dropped_lines",
                "Access log lines that were lost because the log's reader was too slow.",
                droppedLogLines.getAsLong(),
                constant));
        return new MetricSnapshots(all);
    }

    private void addConnections(List<MetricSnapshot> all) {
        long accepted = sum(LoopMetrics.ACCEPTED);
        all.add(Snapshots.gauge(
                PROCESS + "connections",
                "current number of client connections with state {active, reading, writing, waiting}",
                accepted - sum(LoopMetrics.CLOSED),
                constant.merge(Labels.of("state", "active"))));
        all.add(UnknownSnapshot.builder()
                .name(PROCESS + "connections_total")
                .help("total number of connections with state {accepted, handled}")
                .dataPoint(Snapshots.point(accepted, constant.merge(Labels.of("state", "accepted"))))
                .dataPoint(Snapshots.point(accepted, constant.merge(Labels.of("state", "handled"))))
                .build());
        all.add(Snapshots.counter(
                PROCESS + "requests", "total number of client requests", sum(LoopMetrics.REQUESTS), constant));
    }

    private void addConfiguration(List<MetricSnapshot> all) {
        ConfigurationMetrics now = configuration;
        all.add(Snapshots.gauge(
                PREFIX + "config_last_reload_successful",
                "Whether the last configuration reload attempt was successful",
                now.lastSuccessful() ? 1 : 0,
                constant));
        all.add(Snapshots.gauge(
                PREFIX + "config_last_reload_successful_timestamp_seconds",
                "Timestamp of the last successful configuration reload.",
                now.lastSuccess(),
                constant));
        all.add(Snapshots.gauge(PREFIX + "config_hash", "Running configuration hash", now.hash(), constant));
        all.add(Snapshots.untyped(
                PREFIX + "success",
                "Cumulative number of Ingress controller reload operations",
                now.successes(),
                constant));
        all.add(Snapshots.untyped(
                PREFIX + "errors",
                "Cumulative number of Ingress controller errors during reload operations",
                now.errors(),
                constant));
    }

    private long sum(int cell) {
        return loops.stream().mapToLong(loop -> loop.get(cell)).sum();
    }

    /** Stops listening to the JVM. */
    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
