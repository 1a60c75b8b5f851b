package io.portafilter.network.check;

import io.portafilter.crds.net.Cidr;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether everybody who names a range names the same one. */
final class SourceCheck {
    private SourceCheck() {}

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        ranges(facts.seen(), Topic.POD_RANGES, ConflictKind.POD_CIDR_SOURCES_DISAGREE, conflicts);
        ranges(facts.seen(), Topic.SERVICE_RANGES, ConflictKind.SERVICE_CIDR_SOURCES_DISAGREE, conflicts);
    }

    /** Pools of a provider may be parts of the range, or several; everybody else says the whole. */
    private static void ranges(Observation seen, Topic topic, ConflictKind kind, Consumer<Conflict> conflicts) {
        List<Reading> readings = seen.about(topic);
        for (Reading reading : readings) {
            if (reading.values().stream().anyMatch(text -> Cidr.parse(text).isEmpty())) {
                conflicts.accept(Conflict.of(
                        ConflictKind.UNREADABLE,
                        reading.object(),
                        reading.source() + " is \"" + reading.value() + "\", which is no network",
                        "write a network such as 10.244.0.0/16 there"));
            }
        }
        for (Reading reading : readings) {
            reading.values().stream()
                    .flatMap(text -> Cidr.parse(text).stream())
                    .filter(range -> !range.isCanonical())
                    .forEach(range -> conflicts.accept(Conflict.of(
                            ConflictKind.UNREADABLE,
                            reading.object(),
                            reading.source() + " is " + range
                                    + ", which has bits behind its prefix; some programs refuse it,"
                                    + " others take it for " + range.masked(),
                            "write " + range.masked() + " there")));
        }
        List<Reading> whole = readings.stream()
                .filter(reading -> !reading.object().startsWith("IPPool "))
                .filter(reading -> !canonical(reading).isEmpty())
                .toList();
        boolean disagree = whole.stream().map(SourceCheck::canonical).distinct().count() > 1;
        List<Reading> outside = readings.stream()
                .filter(reading -> reading.object().startsWith("IPPool ") && !whole.isEmpty())
                .filter(pool -> whole.stream().noneMatch(range -> contains(range, pool)))
                .toList();
        if (disagree || !outside.isEmpty()) {
            List<Reading> shown = disagree ? readings : outside;
            conflicts.accept(new Conflict(
                    kind,
                    shown.stream().map(Reading::object).distinct().toList(),
                    "the " + topic.label() + " are "
                            + readings.stream()
                                    .map(reading -> reading.value() + " in " + reading.source())
                                    .collect(Collectors.joining(", ")),
                    topic == Topic.POD_RANGES
                            ? "decide for the range that nodes have (kubectl get nodes -o custom-columns=N:.metadata.name,P:.spec.podCIDRs)"
                                    + " and correct the others; `portafilter network plan` prints the edits"
                            : "the API server's flag counts; correct the others"));
        }
    }

    private static Set<String> canonical(Reading reading) {
        return reading.values().stream()
                .flatMap(text -> Cidr.parse(text).stream())
                .map(range -> range.masked().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean contains(Reading range, Reading pool) {
        return Facts.ranges(pool.values()).stream()
                .allMatch(inner -> Facts.ranges(range.values()).stream().anyMatch(outer -> outer.contains(inner)));
    }
}
