package io.portafilter.compiler;

import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was published. It is closed under references after each step, also while objects wait for a Secret: what refers to an object
 * that is not there yet is withheld, and what an object of before still refers to is not deleted.
 */
final class Publication {
    private final Map<Key, Published> objects = new HashMap<>();
    /** What differs from {@link #objects} and is wanted, but must wait; empty: the object is to be deleted. */
    private final Map<Key, Optional<Published>> withheld = new HashMap<>();

    /**
     * What changed.
     *
     * @param puts sorted by key
     * @param deletes sorted
     */
    record Step(List<Published> puts, List<Key> deletes) {}

    SortedMap<Key, Published> objects() {
        return new TreeMap<>(objects);
    }

    /** Takes what is wanted now, where everything that it refers to is wanted too. */
    Step take(Map<Key, Optional<Published>> wanted) {
        return take(wanted, false, Stream.empty());
    }

    /**
     * The same while some objects wait.
     *
     * @param wanted what is another than before; empty: it is to be deleted
     * @param pending whether any object waits
     * @param held the objects that wait and were published before
     */
    Step take(Map<Key, Optional<Published>> wanted, boolean pending, Stream<Published> held) {
        boolean check = pending || !withheld.isEmpty();
        SortedMap<Key, Published> puts = new TreeMap<>();
        Set<Key> deletes = new HashSet<>();
        Map<Key, Optional<Published>> candidates = new HashMap<>(withheld);
        candidates.putAll(wanted);
        withheld.clear();
        candidates.forEach((key, now) -> {
            if (!now.equals(Optional.ofNullable(objects.get(key)))) {
                now.ifPresentOrElse(object -> puts.put(key, object), () -> deletes.add(key));
            }
        });
        if (check) {
            withholdPuts(puts);
            withholdDeletes(deletes, puts, held);
        }
        objects.putAll(puts);
        deletes.forEach(objects::remove);
        return new Step(List.copyOf(puts.values()), deletes.stream().sorted().toList());
    }

    /** Until what is left refers only to what is there or comes with it. */
    private void withholdPuts(Map<Key, Published> puts) {
        List<Published> without;
        do {
            without = puts.values().stream()
                    .filter(put -> put.references().stream()
                            .anyMatch(key -> !objects.containsKey(key) && !puts.containsKey(key)))
                    .toList();
            for (Published put : without) {
                puts.remove(put.key());
                withheld.put(put.key(), Optional.of(put));
            }
        } while (!without.isEmpty());
    }

    /** What is not up to date may refer to what is to go; so may what comes now. */
    private void withholdDeletes(Set<Key> deletes, Map<Key, Published> puts, Stream<Published> held) {
        if (deletes.isEmpty()) {
            return;
        }
        List<Published> roots = new ArrayList<>(puts.values());
        held.forEach(roots::add);
        withheld.keySet().forEach(key -> Optional.ofNullable(objects.get(key)).ifPresent(roots::add));
        for (Key key : reachable(roots, puts)) {
            if (deletes.remove(key)) {
                withheld.put(key, Optional.empty());
            }
        }
    }

    private Collection<Key> reachable(Collection<Published> roots, Map<Key, Published> puts) {
        Set<Key> reached = new HashSet<>();
        Deque<Published> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (Key key : open.remove().references()) {
                if (reached.add(key)) {
                    Optional.ofNullable(puts.get(key))
                            .or(() -> Optional.ofNullable(objects.get(key)))
                            .ifPresent(open::add);
                }
            }
        }
        return Collections.unmodifiableSet(reached);
    }
}
