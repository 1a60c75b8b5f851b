package io.portafilter.controller.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The admission series of behaviour §20. What ingress-nginx rendered and tested is here one question to the compiler. */
final class AdmissionMetrics {
    private static final String PREFIX = "nginx_ingress_controller_";
    private static final double NANOS = 1e9;

    private final AtomicInteger tested = new AtomicInteger();
    private final AtomicLong testedNanos = new AtomicLong();
    private final AtomicLong roundtripNanos = new AtomicLong();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong good = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();

    AdmissionMetrics(MeterRegistry registry) {
        gauge(registry, "admission_tested_ingresses", "Ingresses of the last question", tested);
        gauge(registry, "admission_config_size", "Bytes of the last question", size);
        seconds(
                registry,
                "admission_tested_duration",
                "Seconds that the compiler took for the last question",
                testedNanos);
        seconds(
                registry,
                "admission_roundtrip_duration",
                "Seconds from the last question to its answer",
                roundtripNanos);
        // They only grow; as counters their names would end in _total, which dashboards for ingress-nginx do not know.
        gauge(registry, "check_success", "Questions that were answered, whatever the answer", good);
        gauge(registry, "check_errors", "Questions that could not be answered", bad);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Number value) {
        Gauge.builder(PREFIX + name, value, Number::doubleValue)
                .description(description)
                .register(registry);
    }

    private static void seconds(MeterRegistry registry, String name, String description, AtomicLong nanos) {
        Gauge.builder(PREFIX + name, nanos, value -> value.get() / NANOS)
                .description(description)
                .register(registry);
    }

    void answered(int bytes, long compilerNanos, long allNanos) {
        tested.set(1);
        size.set(bytes);
        testedNanos.set(compilerNanos);
        roundtripNanos.set(allNanos);
        good.incrementAndGet();
    }

    void failed() {
        bad.incrementAndGet();
    }
}
