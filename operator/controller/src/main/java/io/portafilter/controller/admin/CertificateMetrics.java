package io.portafilter.controller.admin;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Identity;
import io.portafilter.contract.Key;
import io.portafilter.contract.VirtualHost;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the certificates that hosts show end, and who issued them; kept as steps put and delete hosts and identities. */
final class CertificateMetrics {
    private static final String PREFIX = "nginx_ingress_controller_";
    private static final Pattern NAME_PART = Pattern.compile("(?:^|,)(CN|O)=((?:\\\\.|[^,\\\\])*)");

    private final String controllerClass;
    private final Map<Key, X509Certificate> certificates = new HashMap<>();
    private final Map<String, Key> identities = new TreeMap<>();

    CertificateMetrics(String controllerClass) {
        this.controllerClass = controllerClass;
    }

    synchronized void stepped(List<Frame.Down> frames) {
        for (Frame.Down frame : frames) {
            switch (frame) {
                case Frame.Put put -> {
                    switch (put.object()) {
                        case Identity identity -> put(identity);
                        case VirtualHost host -> put(host);
                        default -> {}
                    }
                }
                case Frame.Delete delete -> {
                    certificates.remove(delete.key());
                    hostOf(delete.key()).ifPresent(identities::remove);
                }
                case Frame.Commit _, Frame.Inventory _ -> {}
            }
        }
    }

    private void put(Identity identity) {
        leaf(identity.certificateChain()).ifPresent(certificate -> certificates.put(identity.key(), certificate));
    }

    private void put(VirtualHost host) {
        host.identity()
                .ifPresentOrElse(
                        identity -> identities.put(host.host(), identity.value()),
                        () -> identities.remove(host.host()));
    }

    private static Optional<String> hostOf(Key key) {
        return key.kind() == io.portafilter.contract.Kind.VIRTUAL_HOST
                ? Optional.of(key.name().substring(key.name().indexOf('/') + 1))
                : Optional.empty();
    }

    private static Optional<X509Certificate> leaf(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .findFirst()
                    .map(X509Certificate.class::cast);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    List<MetricSnapshot> collect() {
        return List.of(
                Samples.gauge(
                        PREFIX + "ssl_expire_time_seconds",
                        "Number of seconds since 1970 to the SSL Certificate expire.",
                        rows(
                                this::labels,
                                certificate ->
                                        certificate.getNotAfter().toInstant().getEpochSecond())),
                Samples.gauge(
                        PREFIX + "ssl_certificate_info",
                        "Hold all labels associated to a certificate",
                        rows(this::information, _ -> 1)));
    }

    private interface Labelling {
        Labels of(String host, Key identity, X509Certificate certificate);
    }

    private synchronized Map<Labels, Number> rows(Labelling labelling, Function<X509Certificate, Number> value) {
        Map<Labels, Number> rows = new LinkedHashMap<>();
        identities.forEach((host, identity) -> Optional.ofNullable(certificates.get(identity))
                .ifPresent(
                        certificate -> rows.put(labelling.of(host, identity, certificate), value.apply(certificate))));
        return rows;
    }

    private Labels labels(String host, Key identity, X509Certificate certificate) {
        int slash = identity.name().indexOf('/');
        return Labels.of(
                "class",
                controllerClass,
                "host",
                host,
                "identifier",
                identity.name() + "-" + certificate.getSerialNumber(),
                "namespace",
                identity.name().substring(0, slash),
                "secret_name",
                identity.name().substring(slash + 1));
    }

    private Labels information(String host, Key identity, X509Certificate certificate) {
        String issuer = certificate.getIssuerX500Principal().getName();
        return labels(host, identity, certificate)
                .merge(Labels.of(
                        "issuer_common_name", part(issuer, "CN"),
                        "issuer_organization", part(issuer, "O"),
                        "public_key_algorithm", certificate.getPublicKey().getAlgorithm(),
                        "serial_number", certificate.getSerialNumber().toString()));
    }

    private static String part(String name, String type) {
        Matcher parts = NAME_PART.matcher(name);
        while (parts.find()) {
            if (parts.group(1).equals(type)) {
                return parts.group(2);
            }
        }
        return "";
    }
}
