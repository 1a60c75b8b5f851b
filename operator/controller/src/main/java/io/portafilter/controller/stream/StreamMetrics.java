package io.portafilter.controller.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.portafilter.contract.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the stream counts. No label grows with the number of proxies. */
public final class StreamMetrics {
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 409, 411, 413, 429, 431, 503);

    private StreamMetrics() {}

    /** Registers the meters of a server and its hub. */
    public static void register(MeterRegistry meters, StreamServer server, Hub hub) {
        Proxies proxies = server.proxies();
        gauge(meters, "portafilter_stream_streams", "Streams that are open.", proxies::streams);
        gauge(meters, "portafilter_stream_connections", "Connections to the stream's port.", server::connections);
        gauge(meters, "portafilter_stream_objects", "Objects that are published.", hub::objects);
        gauge(
                meters,
                "portafilter_stream_history_bytes",
                "Bytes of recent steps that are kept for proxies that come back.",
                hub::historyBytes);
        gauge(
                meters,
                "portafilter_stream_proxies_behind",
                "Proxies that follow this replica and have not said that they serve the newest version.",
                () -> behind(proxies, hub));
        gauge(
                meters,
                "portafilter_stream_refused_objects",
                "Published objects that some proxy cannot take.",
                () -> proxies.refused().size());
        FunctionCounter.builder("portafilter_stream_dropped", hub, Hub::dropped)
                .description("Streams that were dropped because their client was too slow or gone.")
                .register(meters);
        for (int status : STATUSES) {
            FunctionCounter.builder("portafilter_stream_refused_requests", server, it -> it.refused(status))
                    .description("Requests to the stream's port that were refused, by status.")
                    .tag("status", Integer.toString(status))
                    .register(meters);
        }
    }

    private static long behind(Proxies proxies, Hub hub) {
        Optional<Version> newest = hub.version();
        return proxies.list().stream()
                .filter(state -> state.connectedSince().isPresent())
                .filter(state -> !state.applied().equals(newest))
                .count();
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }
}
