package io.portafilter.proxy.daemon;

import io.portafilter.contract.feed.LastGood;
import io.portafilter.contract.feed.StreamStatus;
import io.portafilter.proxy.metrics.MetricSource;
import io.portafilter.proxy.metrics.Snapshots;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How it stands between this proxy, its operator and its disk. The version is no label, because each would be a series:
 * {@code config_hash} has it as a number, {@code /status} in full.
 */
final class StreamMetrics implements MetricSource {
    private static final String STREAM = "portafilter_stream_";
    private static final String DISK = "portafilter_last_good_";

    private final Supplier<StreamStatus> stream;
    private final Optional<LastGood> lastGood;
    private final InstantSource clock;

    StreamMetrics(Supplier<StreamStatus> stream, Optional<LastGood> lastGood, InstantSource clock) {
        this.stream = stream;
        this.lastGood = lastGood;
        this.clock = clock;
    }

    @Override
    public List<MetricSnapshot> collect(Labels constant) {
        StreamStatus now = stream.get();
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(Snapshots.gauge(
                STREAM + "connected", "Whether an operator's stream is open", now.connected() ? 1 : 0, constant));
        now.lastContact()
                .ifPresent(then -> all.add(Snapshots.gauge(
                        STREAM + "last_contact_age_seconds",
                        "Seconds since an operator was heard last",
                        Duration.between(then, clock.instant()).toMillis() / 1000.0,
                        constant)));
        all.add(Snapshots.counter(STREAM + "opened", "Streams that were opened", now.streams(), constant));
        all.add(Snapshots.counter(
                STREAM + "broken", "Streams that ended, and tries to open one that failed", now.broken(), constant));
        all.add(Snapshots.counter(
                STREAM + "contract_errors",
                "Streams dropped because the operator broke the contract",
                now.contractErrors(),
                constant));
        all.add(Snapshots.counter(
                STREAM + "commits", "Steps of an operator that took effect", now.commits(), constant));
        all.add(source(now.source(), constant));
        now.changed()
                .ifPresent(then -> all.add(Snapshots.gauge(
                        "portafilter_configuration_changed_timestamp_seconds",
                        "When the configuration in effect was made",
                        then.toEpochMilli() / 1000.0,
                        constant)));
        all.add(Snapshots.gauge(
                "portafilter_configuration_refused_objects", "Objects that cannot be used", now.refused(), constant));
        addDisk(all, constant);
        return all;
    }

    private static MetricSnapshot source(StreamStatus.Source current, Labels constant) {
        GaugeSnapshot.Builder builder = GaugeSnapshot.builder()
                .name("portafilter_configuration_source")
                .help("Whose word the configuration in effect is: 1 for one of none, disk and operator");
        for (StreamStatus.Source source : StreamStatus.Source.values()) {
            builder.dataPoint(GaugeDataPointSnapshot.builder()
                    .value(source == current ? 1 : 0)
                    .labels(constant.merge(Labels.of("source", source.name().toLowerCase(Locale.ROOT))))
                    .build());
        }
        return builder.build();
    }

    private void addDisk(List<MetricSnapshot> all, Labels constant) {
        all.add(Snapshots.gauge(
                DISK + "current",
                "Whether the state on disk is, or is about to be, the one in effect",
                lastGood.filter(LastGood::following).isPresent() ? 1 : 0,
                constant));
        lastGood.ifPresent(disk -> {
            all.add(Snapshots.counter(
                    DISK + "written_bytes", "Bytes of state that went to the disk", disk.writtenBytes(), constant));
            all.add(Snapshots.counter(
                    DISK + "failures", "How often the state could not be read or written", disk.failures(), constant));
        });
    }
}
