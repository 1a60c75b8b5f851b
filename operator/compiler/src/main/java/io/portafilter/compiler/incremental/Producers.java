package io.portafilter.compiler.incremental;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which instances emit which keys, and which of those is the first. */
final class Producers {
    private final Map<Read.OfProducers, Set<UnitKey>> all = new HashMap<>();
    private final Map<Read.OfFirst, NavigableMap<Comparable<?>, UnitKey>> ranked = new HashMap<>();

    boolean exist(String index, Object key) {
        return all.containsKey(new Read.OfProducers(index, key));
    }

    Set<UnitKey> all(String index, Object key) {
        return all.getOrDefault(new Read.OfProducers(index, key), Set.of());
    }

    Optional<UnitKey> first(String index, Object key) {
        return first(new Read.OfFirst(index, key));
    }

    private Optional<UnitKey> first(Read.OfFirst read) {
        return Optional.ofNullable(ranked.get(read))
                .map(inOrder -> inOrder.firstEntry().getValue());
    }

    /** An instance emits something else. Returns the reads that have another answer now. */
    Set<Read> replace(UnitKey unit, Map<String, Emitted> previous, Map<String, Emitted> next) {
        if (previous.equals(next)) {
            return Set.of();
        }
        Set<Read> changed = new HashSet<>();
        Set<String> indexes = new TreeSet<>(previous.keySet());
        indexes.addAll(next.keySet());
        for (String index : indexes) {
            replace(
                    unit,
                    index,
                    previous.getOrDefault(index, Emitted.NOTHING),
                    next.getOrDefault(index, Emitted.NOTHING),
                    changed);
        }
        return changed;
    }

    private void replace(UnitKey unit, String index, Emitted previous, Emitted next, Set<Read> changed) {
        boolean sameRank = previous.rank().equals(next.rank());
        for (Object key : previous.keys()) {
            boolean stays = next.keys().contains(key);
            if (!stays) {
                Read.OfProducers read = new Read.OfProducers(index, key);
                all.computeIfPresent(read, (r, units) -> SmallSets.without(units, unit));
                changed.add(read);
            }
            if (!stays || !sameRank) {
                rank(
                        new Read.OfFirst(index, key),
                        unit,
                        previous.rank(),
                        stays ? next.rank() : Optional.empty(),
                        changed);
            }
        }
        for (Object key : next.keys()) {
            if (!previous.keys().contains(key)) {
                Read.OfProducers read = new Read.OfProducers(index, key);
                all.merge(read, Set.of(unit), (units, one) -> SmallSets.with(units, unit));
                changed.add(read);
                rank(new Read.OfFirst(index, key), unit, Optional.empty(), next.rank(), changed);
            }
        }
    }

    private void rank(
            Read.OfFirst read,
            UnitKey unit,
            Optional<? extends Comparable<?>> previous,
            Optional<? extends Comparable<?>> next,
            Set<Read> changed) {
        Optional<UnitKey> before = first(read);
        previous.ifPresent(rank -> ranked.computeIfPresent(read, (r, inOrder) -> {
            inOrder.remove(rank);
            return inOrder.isEmpty() ? null : inOrder;
        }));
        next.ifPresent(rank -> ranked.computeIfAbsent(read, r -> inOrder()).put(rank, unit));
        if (!before.equals(first(read))) {
            changed.add(read);
        }
    }

    @SuppressWarnings("unchecked") // all ranks of an index are of one type
    private static NavigableMap<Comparable<?>, UnitKey> inOrder() {
        return new TreeMap<>((Comparator<Comparable<?>>) (Comparator<?>) Comparator.naturalOrder());
    }
}
