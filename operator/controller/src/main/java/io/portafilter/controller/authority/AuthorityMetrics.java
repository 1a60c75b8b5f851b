package io.portafilter.controller.authority;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;

/** Until when what is valid: people alert on a date that does not move on. */
public final class AuthorityMetrics {
    private AuthorityMetrics() {}

    /** Registers the meters of an authority. */
    public static void register(MeterRegistry meters, Authority authority) {
        TimeGauge.builder(
                        "portafilter_authority_certificate_expiry",
                        () -> authority.leafUntil().getEpochSecond(),
                        TimeUnit.SECONDS)
                .description("When the certificate of the stream and the webhook expires, as Unix time.")
                .register(meters);
        TimeGauge.builder(
                        "portafilter_authority_expiry",
                        () -> authority.authorityUntil().getEpochSecond(),
                        TimeUnit.SECONDS)
                .description("When the internal authority expires, as Unix time.")
                .register(meters);
    }
}
