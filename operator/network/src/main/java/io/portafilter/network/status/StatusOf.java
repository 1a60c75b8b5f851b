package io.portafilter.network.status;

import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.ConflictStatus;
import io.portafilter.crds.status.DnsStatus;
import io.portafilter.network.check.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the status of a NetworkSetup, below 100 KB for any cluster. Of the same input comes an equal status, and equal statuses need
 * not be written again.
 */
public final class StatusOf {
    private static final int MESSAGE = 800;
    private static final int NAME = 300;

    private StatusOf() {}

    /**
     * What was made.
     *
     * @param status to be written, if it is not the one from before
     * @param damping to be handed in the next time; it says when that should be at the latest
     */
    public record Made(NetworkSetupStatus status, Damping damping) {}

    /**
     * Makes it.
     *
     * @param before the status as it was written last; nothing before the first
     * @param damping as the last time left it
     * @param now for conditions whose status is another one than before
     */
    public static Made of(
            Known known, Progress progress, Optional<NetworkSetupStatus> before, Damping damping, Instant now) {
        Map<String, Condition> told =
                Conditions.byType(before.map(NetworkSetupStatus::conditions).orElse(List.of()));
        Damping.Step damped = damping.step(ready(progress), told, now);
        Map<String, Verdict> verdicts = new ConditionsOf(known, progress, damped.verdicts()).verdicts();
        DiscoveredOf discovered = new DiscoveredOf(known.seen(), known.spec());
        Bounded<ConflictStatus> conflicts = PlanOf.conflicts(known.conflicts());
        Optional<Bounded<String>> refusals = known.plan().map(PlanOf::refusals);
        return new Made(
                new NetworkSetupStatus(
                        Optional.of(known.generation()),
                        Optional.of(discovered.platform()),
                        Optional.of(discovered.status()),
                        Optional.of(CapacityOf.of(known.seen(), known.spec())),
                        Optional.of(errors(known)),
                        conflicts.items(),
                        conflicts.more(),
                        refusals.map(Bounded::items).orElse(List.of()),
                        refusals.flatMap(Bounded::more),
                        known.plan().map(PlanOf::plan),
                        progress.applying().map(StatusOf::cut),
                        progress.applied().map(StatusOf::cut),
                        progress.dns().map(StatusOf::cut),
                        Conditions.of(verdicts, told, known.generation(), now)),
                damped.next());
    }

    private static Map<String, Verdict> ready(Progress progress) {
        Map<String, Verdict> ready = new LinkedHashMap<>();
        ready.put("DNSReady", progress.dnsReady());
        ready.put("KubeProxyReady", progress.kubeProxyReady());
        ready.put("CNIReady", progress.cniReady());
        return ready;
    }

    private static int errors(Known known) {
        return Math.toIntExact(known.conflicts().stream()
                .filter(conflict -> conflict.kind().severity() == Severity.ERROR)
                .count());
    }

    private static ApplyingStatus cut(ApplyingStatus applying) {
        return new ApplyingStatus(
                applying.hash(), applying.phase(), applying.since(), Cut.text(applying.message(), MESSAGE));
    }

    private static AppliedStatus cut(AppliedStatus applied) {
        return new AppliedStatus(
                applied.hash(),
                applied.time(),
                applied.outcome(),
                Cut.text(applied.backup(), NAME),
                applied.message().map(message -> Cut.text(message, MESSAGE)));
    }

    private static DnsStatus cut(DnsStatus dns) {
        return new DnsStatus(dns.generation().map(text -> Cut.text(text, 100)), dns.replicas());
    }
}
