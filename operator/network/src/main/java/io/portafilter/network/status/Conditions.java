package io.portafilter.network.status;

import io.portafilter.crds.status.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts as conditions: the time of one whose status is as before stays. */
final class Conditions {
    private static final int MESSAGE = 400;

    private Conditions() {}

    static List<Condition> of(
            Map<String, Verdict> verdicts, Map<String, Condition> before, int generation, Instant now) {
        return verdicts.entrySet().stream()
                .map(entry -> condition(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.ofNullable(before.get(entry.getKey())),
                        generation,
                        now))
                .toList();
    }

    private static Condition condition(
            String type, Verdict verdict, Optional<Condition> before, int generation, Instant now) {
        return new Condition(
                type,
                verdict.status(),
                verdict.note().reason(),
                Cut.text(verdict.note().message(), MESSAGE),
                before.filter(old -> old.status() == verdict.status())
                        .map(Condition::lastTransitionTime)
                        .orElse(now.truncatedTo(ChronoUnit.SECONDS).toString()),
                generation);
    }

    static Map<String, Condition> byType(List<Condition> conditions) {
        Map<String, Condition> byType = new LinkedHashMap<>();
        conditions.forEach(condition -> byType.put(condition.type(), condition));
        return byType;
    }
}
