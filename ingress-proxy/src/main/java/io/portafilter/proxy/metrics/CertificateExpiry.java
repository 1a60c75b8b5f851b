package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * When the certificate of a host ends.
 *
 * @param host the server name that gets it
 * @param secret namespace and name of its Secret
 * @param end when it ends
 */
public record CertificateExpiry(String host, String secret, Instant end) {
    static MetricSnapshot snapshot(List<CertificateExpiry> certificates, Labels constant) {
        GaugeSnapshot.Builder builder = GaugeSnapshot.builder()
                .name("nginx_ingress_controller_ssl_expire_time_seconds")
                .help("Number of seconds since 1970 to the SSL Certificate expire.");
        for (CertificateExpiry certificate : certificates) {
            int slash = certificate.secret.indexOf('/');
            builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .value((double) certificate.end.getEpochSecond())
                    .labels(constant.merge(Labels.of(
                            "host", certificate.host,
                            "namespace", certificate.secret.substring(0, Math.max(0, slash)),
                            "secret_name", certificate.secret.substring(slash + 1))))
                    .build());
        }
        return builder.build();
    }
}
