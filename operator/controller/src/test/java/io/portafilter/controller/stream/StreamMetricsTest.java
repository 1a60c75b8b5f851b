package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamMetricsTest {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void whoFollowsWhoIsBehindAndWhoWasRefusedIsCounted() throws IOException {
        try (Server server = new Server()) {
            StreamMetrics.register(meters, server.server(), server.hub);
            Version version = server.steps.put("web", 1);
            try (Client stream = server.client().follow("?version=" + version);
                    Client reports = server.client();
                    Client stranger = server.client().send("GET /v1/stream HTTP/1.1\r\n\r\n")) {
                assertThat(stream.head().status()).isEqualTo(200);
                assertThat(stranger.head().status()).isEqualTo(401);
                says("portafilter_stream_streams 1.0");
                says("portafilter_stream_objects 2.0");
                says("portafilter_stream_proxies_behind 1.0");
                says("portafilter_stream_refused_objects 0.0");
                says("portafilter_stream_refused_requests_total{status=\"401\"} 1.0");
                says("portafilter_stream_refused_requests_total{status=\"503\"} 0.0");
                says("portafilter_stream_dropped_total 0.0");
                reports.post(StreamServerTest.refused(
                                        Endpoints.key("shop", "web", "80"), Digest.of(Steps.endpoints("web", 1)), "no")
                                + StreamServerTest.applied(version))
                        .head();
                says("portafilter_stream_proxies_behind 0.0");
                says("portafilter_stream_refused_objects 1.0");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> server.server().connections() == 0);
            says("portafilter_stream_streams 0.0");
            says("portafilter_stream_connections 0.0");
        }
    }

    private void says(String line) {
        assertThat(meters.scrape().lines()).contains(line);
    }
}
