package io.portafilter.controller.network;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.portafilter.crds.status.DnsStatus;
import io.portafilter.network.check.Severity;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.rollout.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is measured of NetworkSetup. */
final class SetupMetrics {
    private final MeterRegistry meters;
    private final Timer reconciles;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private Phase last = Phase.NONE;

    SetupMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.reconciles = Timer.builder("portafilter_network_reconcile")
                .description("How long it takes to look at the cluster, to compare and to plan.")
                .register(meters);
        for (Severity severity : Severity.values()) {
            Gauge.builder("portafilter_network_conflicts", () -> number(severity.word()))
                    .description("What does not fit together, by severity.")
                    .tag("severity", severity.word())
                    .register(meters);
        }
        gauge("portafilter_network_plan_changes", "What the plan would change.");
        gauge("portafilter_network_plan_refusals", "Why something that is wanted is not planned.");
        gauge("portafilter_network_dns_replicas", "Replicas of the cluster's DNS.");
        gauge("portafilter_network_dns_replicas_current", "Those of them that serve the Corefile that they should.");
    }

    private void gauge(String name, String description) {
        Gauge.builder(name, () -> number(name)).description(description).register(meters);
    }

    private int number(String name) {
        return numbers.getOrDefault(name, 0);
    }

    /** After each look at the cluster. */
    void looked(Driver.Planned planned, Duration took) {
        reconciles.record(took);
        for (Severity severity : Severity.values()) {
            numbers.put(
                    severity.word(),
                    Math.toIntExact(planned.conflicts().stream()
                            .filter(conflict -> conflict.kind().severity() == severity)
                            .count()));
        }
        numbers.put(
                "portafilter_network_plan_changes",
                planned.plan().map(Plan::changes).map(List::size).orElse(0));
        numbers.put(
                "portafilter_network_plan_refusals",
                planned.plan().map(Plan::refusals).map(List::size).orElse(0));
    }

    /** After each round of decisions and writes. */
    void drove(Driver.Stand stand) {
        Phase phase = stand.journal().phase();
        if (last.isActive() && !phase.isActive()) {
            Counter.builder("portafilter_network_applies")
                    .description("Plans that were carried out, by how they ended.")
                    .tag("outcome", phase.word())
                    .register(meters)
                    .increment();
        }
        last = phase;
        if (stand.restored()) {
            Counter.builder("portafilter_network_restorations")
                    .description("How often somebody else's change was taken back.")
                    .register(meters)
                    .increment();
        }
    }

    /** After the DNS was asked. */
    void asked(Optional<DnsStatus> dns) {
        dns.map(DnsStatus::replicas).ifPresent(replicas -> {
            numbers.put("portafilter_network_dns_replicas", replicas.total());
            numbers.put("portafilter_network_dns_replicas_current", replicas.current());
        });
    }
}
