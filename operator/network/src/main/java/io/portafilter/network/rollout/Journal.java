package io.portafilter.network.rollout;

import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the last apply, or of the one that goes on. Kept in a ConfigMap: whoever leads next goes on from here.
 *
 * @param phase how far it is
 * @param hash of the plan
 * @param backup the name of the ConfigMap with its steps; empty where there never was one
 * @param generation of the NetworkSetup that wanted it
 * @param restoring whether it only takes back what somebody else did
 * @param at when the phase began
 * @param message why it is as it is; empty where there is nothing to say
 * @param restorations when somebody else's changes were taken back; only the last hour counts
 */
public record Journal(
        Phase phase,
        String hash,
        String backup,
        long generation,
        boolean restoring,
        Instant at,
        String message,
        List<Instant> restorations) {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Nothing was ever applied. */
    public static final Journal EMPTY = new Journal(Phase.NONE, "", "", 0, false, Instant.EPOCH, "", List.of());

    /** Copies the list. */
    public Journal {
        restorations = List.copyOf(restorations);
    }

    /** The beginning of an apply. */
    public Journal begin(String plan, String steps, long wantedBy, boolean takesBack, Instant now) {
        List<Instant> recent = new ArrayList<>(recent(now));
        if (takesBack) {
            recent.add(now);
        }
        return new Journal(Phase.APPLYING, plan, steps, wantedBy, takesBack, now, "", recent);
    }

    /** The same apply in another phase. */
    public Journal enter(Phase next, String why, Instant now) {
        return new Journal(next, hash, backup, generation, restoring, now, why, restorations);
    }

    /** When somebody else's changes were taken back, in the hour before a moment. */
    public List<Instant> recent(Instant now) {
        return restorations.stream()
                .filter(time -> time.isAfter(now.minus(REMEMBERED)))
                .toList();
    }

    /** As text. */
    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("phase", phase.word());
        tree.put("hash", hash);
        tree.put("backup", backup);
        tree.put("generation", Long.toString(generation));
        tree.put("restoring", restoring);
        tree.put("at", at.toString());
        tree.put("message", message);
        tree.put("restorations", restorations.stream().map(Instant::toString).toList());
        return JsonText.of(tree).strip();
    }

    /** Reads what {@link #text} writes; what is missing or odd counts as nothing. */
    public static Journal parse(String text) {
        Tree tree = TreeReader.value(text).orElse(new Tree(Map.of()));
        return new Journal(
                Phase.of(tree.textOrEmpty("phase")),
                tree.textOrEmpty("hash"),
                tree.textOrEmpty("backup"),
                tree.text("generation")
                        .filter(digits -> digits.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .orElse(0L),
                tree.isTrue("restoring"),
                instant(tree.textOrEmpty("at")).orElse(Instant.EPOCH),
                tree.textOrEmpty("message"),
                tree.texts("restorations").stream()
                        .flatMap(time -> instant(time).stream())
                        .toList());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
