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

/** The results of all units, who read what, and who emits which key; all of it follows from the instances. */
final class Memory {
    private final Map<UnitKey, Instance> instances = new HashMap<>();
    private final Map<Read, Set<UnitKey>> readers = new HashMap<>();
    private final Producers producers = new Producers();
    private final SharedSet<Finding> findings = new SharedSet<>();
    private final SharedSet<Name> secrets = new SharedSet<>();
    private final SharedSet<Name> awaited = new SharedSet<>();
    private final Set<UnitKey> pending = new HashSet<>();
    private Optional<Map<UnitKey, Optional<Instance>>> journal = Optional.empty();

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
        return producers.exist(index, key);
    }

    @SuppressWarnings("unchecked") // an instance's value has its unit's value type: Engine puts nothing else there
    <V> Optional<V> value(UnitKey key) {
        return (Optional<V>) instance(key).value();
    }

    @SuppressWarnings("unchecked") // all units that emit into an index have keys of its producer type
    <K extends Comparable<? super K>, P extends Comparable<? super P>> List<P> producers(KeyIndex<K, P> index, K key) {
        return producers.all(index.name(), key).stream()
                .map(unit -> (P) unit.key())
                .distinct()
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked") // all units that emit into an index have keys of its producer type
    <K extends Comparable<? super K>, P extends Comparable<? super P>> Optional<P> first(KeyIndex<K, P> index, K key) {
        return producers.first(index.name(), key).map(unit -> (P) unit.key());
    }

    /** Until {@link #rollBack} what is replaced can be had back. */
    void begin() {
        journal = Optional.of(new HashMap<>());
    }

    /** Everything is again as it was at {@link #begin}. */
    void rollBack() {
        Map<UnitKey, Optional<Instance>> before = journal.orElseThrow();
        journal = Optional.empty();
        before.forEach(this::replace);
        findings.difference();
        secrets.difference();
    }

    /** Replaces an instance; an empty one ends it. Returns the reads of emitted keys that have another answer now. */
    Set<Read> replace(UnitKey key, Optional<Instance> replacement) {
        journal.ifPresent(before -> before.putIfAbsent(key, Optional.ofNullable(instances.get(key))));
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
                readers.computeIfPresent(read, (r, units) -> SmallSets.without(units, key));
                secret(read).ifPresent(secrets::remove);
            }
        }
        for (Read read : next.reads()) {
            if (!previous.reads().contains(read)) {
                readers.merge(read, Set.of(key), (units, one) -> SmallSets.with(units, key));
                secret(read).ifPresent(secrets::add);
            }
        }
        return producers.replace(key, previous.emitted(), next.emitted());
    }

    private static Optional<Name> secret(Read read) {
        return read instanceof Read.OfObject(Ref(var kind, var name)) && kind == Kind.SECRET
                ? Optional.of(name)
                : Optional.empty();
    }
}
