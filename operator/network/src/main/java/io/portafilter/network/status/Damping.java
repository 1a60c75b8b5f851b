package io.portafilter.network.status;

import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.Condition.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps conditions from flapping: one that was true is told to be false only after it was so all the time for a while. What gets
 * well is told at once, and so is what was never told before.
 *
 * @param hold for how long
 * @param badSince since when what is still told as true is false, by the condition's type
 */
public record Damping(Duration hold, SortedMap<String, Instant> badSince) {
    /** Copies the map. */
    public Damping {
        badSince = Collections.unmodifiableSortedMap(new TreeMap<>(badSince));
    }

    /** When nothing is known yet. */
    public static Damping of(Duration hold) {
        return new Damping(hold, new TreeMap<>());
    }

    /**
     * What is told.
     *
     * @param verdicts by type, in the order of those that were asked about
     * @param next what is remembered until the next time
     */
    record Step(Map<String, Verdict> verdicts, Damping next) {}

    /** When one of them will be told if it stays as it is. */
    public Optional<Instant> dueAt() {
        return badSince.values().stream().min(Instant::compareTo).map(since -> since.plus(hold));
    }

    Step step(Map<String, Verdict> verdicts, Map<String, Condition> told, Instant now) {
        Map<String, Verdict> damped = new LinkedHashMap<>();
        SortedMap<String, Instant> since = new TreeMap<>();
        verdicts.forEach((type, verdict) -> {
            Optional<Condition> well = Optional.ofNullable(told.get(type)).filter(one -> one.status() == Truth.TRUE);
            Instant began = badSince.getOrDefault(type, now);
            if (verdict.isNo() && well.isPresent() && now.isBefore(began.plus(hold))) {
                since.put(type, began);
                damped.put(type, Verdict.yes(well.get().reason(), well.get().message()));
            } else {
                damped.put(type, verdict);
            }
        });
        return new Step(damped, new Damping(hold, since));
    }
}
