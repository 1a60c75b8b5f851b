package io.portafilter.proxy.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyMetricsTest {
    private static final String CONSTANT =
            "controller_class=\"k8s.io/ingress-nginx\",controller_namespace=\"ns\",controller_pod=\"pod-1\"";
    private static final Version VERSION = new Version(new Digest("00000000000ff" + "0".repeat(51)));

    private final ProxyMetrics metrics = new ProxyMetrics(
            new MetricLabels("ns", "k8s.io/ingress-nginx", "pod-1"), true, 2, "epoll", "boringssl", "1.2.3", () -> 7);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void theBuildAndTheTransportAreNamed() throws IOException {
        assertThat(scrape())
                .contains("nginx_ingress_controller_build_info{build=\"1.2.3\"," + CONSTANT
                        + ",release=\"1.2.3\",repository=\"portafilter\"} 1.0")
                .contains("portafilter_transport{" + CONSTANT + ",tls=\"boringssl\",transport=\"epoll\"} 1.0")
                .contains("portafilter_access_log_dropped_lines_total{" + CONSTANT + "} 7.0");
    }

    @Test
    void connectionsAreCountedOverAllLoops() throws IOException {
        EmbeddedChannel first = new EmbeddedChannel();
        EmbeddedChannel second = new EmbeddedChannel();
        metrics.loop(0).connected(first);
        metrics.loop(1).connected(second);
        second.close();

        assertThat(scrape())
                .contains("nginx_ingress_controller_nginx_process_connections{" + CONSTANT + ",state=\"active\"} 1.0")
                .contains("nginx_ingress_controller_nginx_process_connections_total{" + CONSTANT
                        + ",state=\"accepted\"} 2.0");
        first.close();
    }

    @Test
    void beforeTheFirstConfigurationNothingWasSuccessful() throws IOException {
        assertThat(scrape())
                .contains("nginx_ingress_controller_config_last_reload_successful{" + CONSTANT + "} 0.0")
                .contains("nginx_ingress_controller_success{" + CONSTANT + "} 0.0");
    }

    @Test
    void commitsCountAsSuccessesOrErrors() throws IOException {
        metrics.applied(VERSION, true);
        metrics.applied(VERSION, true);
        assertThat(scrape())
                .contains("nginx_ingress_controller_config_last_reload_successful{" + CONSTANT + "} 1.0")
                .contains("nginx_ingress_controller_config_hash{" + CONSTANT + "} 255.0")
                .contains("nginx_ingress_controller_success{" + CONSTANT + "} 2.0")
                .containsPattern(
                        "nginx_ingress_controller_config_last_reload_successful_timestamp_seconds\\{.*} [1-9]");

        metrics.applied(VERSION, false);
        assertThat(scrape())
                .contains("nginx_ingress_controller_config_last_reload_successful{" + CONSTANT + "} 0.0")
                .contains("nginx_ingress_controller_errors{" + CONSTANT + "} 1.0")
                .contains("nginx_ingress_controller_success{" + CONSTANT + "} 2.0");
    }

    @Test
    void theProcessAndTheJvmAreThere() throws IOException {
        assertThat(scrape())
                .containsPattern("nginx_ingress_controller_nginx_process_resident_memory_bytes\\{.*} [1-9]")
                .containsPattern("nginx_ingress_controller_nginx_process_virtual_memory_bytes\\{.*} [1-9]")
                .containsPattern("nginx_ingress_controller_nginx_process_cpu_seconds_total\\{.*} [0-9]")
                .containsPattern("nginx_ingress_controller_nginx_process_oldest_start_time_seconds\\{.*} [1-9]")
                .containsPattern("jvm_memory_used_bytes\\{.*} [1-9]")
                .containsPattern("process_uptime_seconds [0-9]");
    }

    private String scrape() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        metrics.scrape(text);
        return text.toString(StandardCharsets.UTF_8);
    }
}
