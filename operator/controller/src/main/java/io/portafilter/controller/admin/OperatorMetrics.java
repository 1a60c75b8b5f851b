package io.portafilter.controller.admin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.portafilter.compiler.Compilation;
import io.portafilter.contract.Frame;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.watch.WatchState;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The metrics of an operator: those of behaviour §20 that it is the source of, its watches, its JVM, and what others register. */
public final class OperatorMetrics implements StepListener, AutoCloseable {
    private static final String PREFIX = "nginx_ingress_controller_";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final Labels labels;
    private final String release;
    private final CertificateMetrics certificates;
    private volatile Supplier<List<WatchState>> watches = List::of;
    private volatile LongSupplier failedSteps = () -> 0;
    private volatile Optional<Published> published = Optional.empty();

    private record Published(View view, long steps, Instant last) {}

    /**
     * Nothing counted yet.
     *
     * @param labels of every metric
     * @param release the product's version
     */
    public OperatorMetrics(MetricLabels labels, String release) {
        this.labels = labels.labels();
        this.release = release;
        this.certificates = new CertificateMetrics(labels.controllerClass());
        registry.config()
                .commonTags(
                        "controller_class", labels.controllerClass(),
                        "controller_namespace", labels.namespace(),
                        "controller_pod", labels.pod());
        registry.getPrometheusRegistry().register((MultiCollector) this::collect);
        gc.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where others register theirs. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Where watches are asked for at each scrape. */
    public void watches(Supplier<List<WatchState>> source) {
        watches = source;
    }

    /** Where the number of steps that failed is asked for at each scrape. */
    public void failedSteps(LongSupplier source) {
        failedSteps = source;
    }

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        certificates.stepped(frames);
        Optional<Published> before = published;
        boolean changed = before.isEmpty() || !frames.isEmpty();
        published = Optional.of(new Published(
                view,
                before.map(Published::steps).orElse(0L) + (changed ? 1 : 0),
                changed ? Instant.now() : before.map(Published::last).orElseGet(Instant::now)));
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    private MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(Samples.gauge(
                PREFIX + "build_info",
                "A metric with a constant '1' labeled with information about the build.",
                Map.of(labels.merge(Labels.of("build", release, "release", release, "repository", "portafilter")), 1)));
        all.addAll(configuration());
        all.addAll(certificates.collect());
        published.ifPresent(now -> all.add(Samples.gauge(
                PREFIX + "orphan_ingress",
                "Gauge reporting status of ingress orphanity, 1 indicates orphaned ingress.",
                orphans(now.view()))));
        Map<Labels, Number> ages = new LinkedHashMap<>();
        watches.get()
                .forEach(watch -> ages.put(
                        labels.merge(Labels.of(
                                "resource", watch.resource().plural(),
                                "where", watch.resource().where())),
                        watch.age().toMillis() / 1000.0));
        all.add(Samples.gauge(
                "portafilter_watch_age_seconds",
                "Seconds since a watch on the API server was last known to be connected; 0 while it is.",
                ages));
        return new MetricSnapshots(all);
    }

    private List<MetricSnapshot> configuration() {
        Optional<Published> now = published;
        long errors = failedSteps.getAsLong();
        return List.of(
                Samples.gauge(
                        PREFIX + "config_hash",
                        "Running configuration hash",
                        Map.of(labels, now.map(some -> hash(some.view())).orElse(0L))),
                Samples.gauge(
                        PREFIX + "config_last_reload_successful",
                        "Whether the last configuration reload attempt was successful",
                        Map.of(labels, now.isPresent() ? 1 : 0)),
                Samples.gauge(
                        PREFIX + "config_last_reload_successful_timestamp_seconds",
                        "Timestamp of the last successful configuration reload.",
                        Map.of(
                                labels,
                                now.map(some -> some.last().getEpochSecond()).orElse(0L))),
                Samples.counter(
                        PREFIX + "success",
                        "Cumulative number of Ingress controller reload operations",
                        Map.of(labels, now.map(Published::steps).orElse(0L))),
                Samples.counter(
                        PREFIX + "errors",
                        "Cumulative number of Ingress controller errors during reload operations",
                        Map.of(labels, errors)));
    }

    /** The same number as a proxy's that has this configuration; as many bits as a double holds. */
    private static long hash(View view) {
        return Long.parseLong(view.version().digest().hex().substring(0, 13), 16);
    }

    private Map<Labels, Number> orphans(View view) {
        Map<Labels, Number> orphans = new LinkedHashMap<>();
        for (Orphans.Orphan orphan : Orphans.of(view)) {
            orphans.put(
                    labels.merge(Labels.of(
                            "ingress", orphan.ingress().name(),
                            "namespace", orphan.ingress().namespace(),
                            "type", orphan.type())),
                    1);
        }
        return orphans;
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
