package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The results of all units, who read what, and who emits which key. */
final class Memory {
    private final Map<UnitKey, Instance> instances = new HashMap<>();
    private final Map<Read, Set<UnitKey>> readers = new HashMap<>();
    private final Map<Read.OfProducers, Set<UnitKey>> producers = new HashMap<>();
    private final SharedSet<Finding> findings = new SharedSet<>();
    private final SharedSet<Name> secrets = new SharedSet<>();
    private final SharedSet<Name> awaited = new SharedSet<>();
    private final Set<UnitKey> pending = new HashSet<>();

    Instance instance(UnitKey key) {
        return instances.getOrDefault(key, Instance.NONE);
    }

    boolean exists(UnitKey key) {
        return instances.containsKey(key);
    }

    Collection<UnitKey> keys() {
        return instances.keySet();
    }

    /** What is wrong. */
    SharedSet<Finding> findings() {
        return findings;
    }

    /** The Secrets that are read. */
    SharedSet<Name> secrets() {
        return secrets;
    }

    /** The Secrets that are waited for. */
    SharedSet<Name> awaited() {
        return awaited;
    }

    /** The instances that wait for a Secret, or for another instance that does. */
    Set<UnitKey> pending() {
        return pending;
    }

    Set<UnitKey> readersOf(Read read) {
        return readers.getOrDefault(read, Set.of());
    }

    boolean isEmitted(String index, Object key) {
        return producers.containsKey(new Read.OfProducers(index, key));
    }

    @SuppressWarnings("unchecked") // an instance's value has its unit's value type: Engine puts nothing else there
    <V> Optional<V> value(UnitKey key) {
        return (Optional<V>) instance(key).value();
    }

    @SuppressWarnings("unchecked") // all units that emit into an index have keys of its producer type
    <K extends Comparable<? super K>, P extends Comparable<? super P>> List<P> producers(KeyIndex<K, P> index, K key) {
        return producers.getOrDefault(new Read.OfProducers(index.name(), key), Set.of()).stream()
                .map(unit -> (P) unit.key())
                .distinct()
                .sorted()
                .toList();
    }

    /** Replaces an instance; an empty one ends it. Returns the emitted keys that came or went. */
    Set<Read.OfProducers> replace(UnitKey key, Optional<Instance> replacement) {
        Instance previous = instance(key);
        Instance next = replacement.orElse(Instance.NONE);
        replacement.ifPresentOrElse(instance -> instances.put(key, instance), () -> instances.remove(key));
        findings.replace(previous.findings(), next.findings());
        awaited.replace(previous.awaited(), next.awaited());
        if (next.pending()) {
            pending.add(key);
        } else {
            pending.remove(key);
        }
        for (Read read : previous.reads()) {
            if (!next.reads().contains(read)) {
                readers.computeIfPresent(read, (r, units) -> without(units, key));
                secret(read).ifPresent(secrets::remove);
            }
        }
        for (Read read : next.reads()) {
            if (!previous.reads().contains(read)) {
                readers.merge(read, Set.of(key), (units, one) -> with(units, key));
                secret(read).ifPresent(secrets::add);
            }
        }
        return reindex(key, previous.emitted(), next.emitted());
    }

    private static Optional<Name> secret(Read read) {
        return read instanceof Read.OfObject(Ref(var kind, var name)) && kind == Kind.SECRET
                ? Optional.of(name)
                : Optional.empty();
    }

    private Set<Read.OfProducers> reindex(
            UnitKey key, Map<String, Set<Object>> previous, Map<String, Set<Object>> next) {
        Set<Read.OfProducers> changed = new HashSet<>();
        Set<String> indexes = new TreeSet<>(previous.keySet());
        indexes.addAll(next.keySet());
        for (String index : indexes) {
            Set<Object> gone = new HashSet<>(previous.getOrDefault(index, Set.of()));
            gone.removeAll(next.getOrDefault(index, Set.of()));
            Set<Object> come = new HashSet<>(next.getOrDefault(index, Set.of()));
            come.removeAll(previous.getOrDefault(index, Set.of()));
            for (Object emitted : gone) {
                Read.OfProducers entry = new Read.OfProducers(index, emitted);
                producers.computeIfPresent(entry, (e, units) -> without(units, key));
                changed.add(entry);
            }
            for (Object emitted : come) {
                Read.OfProducers entry = new Read.OfProducers(index, emitted);
                producers.merge(entry, Set.of(key), (units, one) -> with(units, key));
                changed.add(entry);
            }
        }
        return changed;
    }

    /** Most sets have one element and stay small immutable ones; a HashSet is ours to change. */
    private static <T> Set<T> with(Set<T> set, T element) {
        Set<T> larger = set instanceof HashSet<T> own ? own : new HashSet<>(set);
        larger.add(element);
        return larger;
    }

    @SuppressWarnings("NullAway") // null tells Map.computeIfPresent to remove the entry
    private static <T> Set<T> without(Set<T> set, T element) {
        if (set instanceof HashSet<T> own) {
            own.remove(element);
            return own.isEmpty() ? null : own;
        }
        return set.contains(element) ? null : set;
    }
}
