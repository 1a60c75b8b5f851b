package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who defines which object. Of several definitions the first counts, in byte order of files, then by place. */
final class Definitions {
    private final Map<Ref, List<Definition>> all = new HashMap<>();
    private final TreeSet<Ref> doubles = new TreeSet<>();
    private final Map<Ref, Optional<KubeObject>> before = new LinkedHashMap<>();

    /** A file's definitions are now others. */
    void replace(List<Definition> old, List<Definition> now) {
        int same = 0;
        while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
            same++;
        }
        old.subList(same, old.size()).forEach(this::remove);
        now.subList(same, now.size()).forEach(this::add);
    }

    /** What changed since this was last asked. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>(before.size());
        before.forEach((ref, old) -> {
            Optional<KubeObject> now = get(ref).map(Definition::object);
            if (!now.equals(old)) {
                changes.add(now.<Change>map(Change.Put::new).orElseGet(() -> new Change.Delete(ref)));
            }
        });
        before.clear();
        return changes;
    }

    /** The definition that counts. */
    Optional<Definition> get(Ref ref) {
        List<Definition> definitions = all.get(ref);
        return definitions == null ? Optional.empty() : Optional.of(definitions.getFirst());
    }

    int size() {
        return all.size();
    }

    /** A complaint for each definition that does not count. */
    Stream<Complaint> complaints() {
        return doubles.stream().flatMap(ref -> {
            List<Definition> definitions = all.getOrDefault(ref, List.of());
            return definitions.stream().skip(1).map(other -> complain(ref, definitions.getFirst(), other));
        });
    }

    private static Complaint complain(Ref ref, Definition first, Definition other) {
        return new Complaint(
                "object-duplicate",
                Severity.ERROR,
                other.location(),
                Optional.of(ref),
                ref + " is defined here again; the definition at " + first.location()
                        + " counts, this one does not: remove one of them");
    }

    private void remove(Definition definition) {
        Ref ref = definition.ref();
        note(ref);
        List<Definition> rest = new ArrayList<>(all.getOrDefault(ref, List.of()));
        rest.remove(definition);
        put(ref, rest);
    }

    private void add(Definition definition) {
        Ref ref = definition.ref();
        note(ref);
        List<Definition> others = all.getOrDefault(ref, List.of());
        List<Definition> more = new ArrayList<>(others.size() + 1);
        more.addAll(others);
        more.add(definition);
        more.sort(Comparator.comparing(Definition::location));
        put(ref, more);
    }

    private void note(Ref ref) {
        if (!before.containsKey(ref)) {
            before.put(ref, get(ref).map(Definition::object));
        }
    }

    private void put(Ref ref, List<Definition> definitions) {
        if (definitions.isEmpty()) {
            all.remove(ref);
        } else {
            all.put(ref, List.copyOf(definitions));
        }
        if (definitions.size() > 1) {
            doubles.add(ref);
        } else {
            doubles.remove(ref);
        }
    }
}
