package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.PSortedSet;

/**
 * Runs units.
 *
 * <p>A change of the snapshot touches reads: the object's, those of its index keys, those of the options that differ. The units that
 * made these reads run again, stage by stage. A run that comes to an equal value stops there; another value touches the reads of
 * that unit, and the keys that it emits no longer or newly touch theirs and make or end units. What is left is the same as after
 * running everything from scratch, because a run sees nothing but its recorded reads.
 *
 * <p>A run that asks for a Secret whose contents are not here yet is pending: the instance keeps its value, findings and emissions of
 * before, and runs again when the contents are there or the Secret is gone. So is a run that asks for the value of a pending instance.
 *
 * <p>Not safe for use by several threads.
 */
public final class Engine {
    private static final int WORTH_PARALLEL = 1_000;

    private final SortedMap<Integer, List<Unit<?, ?>>> stages = new TreeMap<>();
    private final Map<String, Unit<?, ?>> unitsByName = new HashMap<>();
    private final Memory memory = new Memory();
    private Snapshot snapshot = Snapshot.empty();

    /** An engine over these units; units that exist always run at the first step. */
    public Engine(List<Unit<?, ?>> units) {
        for (Unit<?, ?> unit : units) {
            stages.computeIfAbsent(unit.id().stage(), stage -> new ArrayList<>())
                    .add(unit);
            if (unitsByName.put(unit.id().name(), unit) != null) {
                throw new IllegalArgumentException(
                        "two units of the name " + unit.id().name());
            }
        }
    }

    /**
     * Moves on to the next snapshot.
     *
     * @param next the world now
     * @param refs every object that differs from the snapshot of the step before; more do no harm
     */
    public Outcome step(Snapshot next, Collection<Ref> refs) {
        Agenda agenda = new Agenda(unitsByName, memory);
        for (Ref ref : new HashSet<>(refs)) {
            agenda.touch(ref, snapshot.get(ref), next.get(ref));
        }
        snapshot = next;
        Set<UnitKey> ran = new HashSet<>();
        List<Outcome.Changed> changed = new ArrayList<>();
        for (int stage : stages.keySet()) {
            // Runs of one stage see nothing of each other: all are made, then one by one what they came to is taken.
            List<Made> made = stream(agenda.take(stage))
                    .map(key -> new Made(key, make(key)))
                    .toList();
            for (Made each : made) {
                ran.add(each.key());
                take(each, agenda, changed);
            }
        }
        return new Outcome(
                ran, changed, memory.findings().difference(), memory.secrets().difference());
    }

    /** The same for changes. */
    public Outcome stepBy(Snapshot next, Collection<? extends Change> changes) {
        return step(next, changes.stream().map(Change::ref).toList());
    }

    /**
     * Tries something and forgets it: the engine is afterwards as if nothing had happened, also after an exception. Costs as much as what
     * is tried.
     */
    public <T> T tentatively(Supplier<T> attempt) {
        Snapshot before = snapshot;
        memory.begin();
        try {
            return attempt.get();
        } finally {
            memory.rollBack();
            snapshot = before;
        }
    }

    /** The world that was compiled last. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The value of a unit. */
    public <K extends Comparable<? super K>, V> Optional<V> value(UnitId<K, V> unit, K key) {
        return memory.value(unit.of(key));
    }

    /** All values of a unit that has some, by key, sorted. */
    public <K extends Comparable<? super K>, V> SortedMap<K, V> values(UnitId<K, V> unit) {
        TreeMap<K, V> values = new TreeMap<>();
        for (UnitKey key : memory.keys()) {
            if (key.unit().equals(unit.name())) {
                @SuppressWarnings("unchecked") // instances of a unit have keys of its type
                K typed = (K) key.key();
                memory.<V>value(key).ifPresent(value -> values.put(typed, value));
            }
        }
        return values;
    }

    /** All findings. */
    public PSortedSet<Finding> findings() {
        return memory.findings().now();
    }

    /** The Secrets that units read, whether they exist or not. */
    public PSortedSet<Name> secrets() {
        return memory.secrets().now();
    }

    /** The Secrets that units read and whose contents are not here yet. */
    public PSortedSet<Name> pendingSecrets() {
        return memory.awaited().now();
    }

    /** Whether any unit waits for a Secret. */
    public boolean isPending() {
        return !memory.pending().isEmpty();
    }

    /** The earlier values of the units that wait for a Secret, or for another unit that does, in no particular order. */
    public Stream<Object> heldValues() {
        return memory.pending().stream().flatMap(key -> memory.instance(key).value().stream());
    }

    /** Every read of every unit: what the compiled configuration depends on. */
    public Set<Read> reads() {
        return memory.keys().stream()
                .flatMap(key -> memory.instance(key).reads().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<UnitKey> stream(Collection<UnitKey> keys) {
        return keys.size() < WORTH_PARALLEL ? keys.stream() : keys.parallelStream();
    }

    private record Made(UnitKey key, Optional<Instance> instance) {}

    private Optional<Instance> make(UnitKey key) {
        return shouldExist(key) ? Optional.of(make(unit(key), key)) : Optional.empty();
    }

    private void take(Made made, Agenda agenda, List<Outcome.Changed> changed) {
        UnitKey key = made.key();
        Instance before = memory.instance(key);
        Set<Read> emissions = memory.replace(key, made.instance());
        Instance after = memory.instance(key);
        boolean changes = !before.value().equals(after.value());
        if (changes) {
            changed.add(new Outcome.Changed(key, before.value(), after.value()));
        }
        if (changes || before.pending() != after.pending()) {
            agenda.touch(new Read.OfUnit(key));
        }
        emissions.forEach(agenda::touch);
    }

    private boolean shouldExist(UnitKey key) {
        return switch (unit(key).source()) {
            case Unit.Always<?> always -> true;
            case Unit.EachObject(var kind) ->
                snapshot.get(new Ref(kind, (Name) key.key())).isPresent();
            case Unit.EachEmitted<?>(var index) -> memory.isEmitted(index.name(), key.key());
        };
    }

    private <K extends Comparable<? super K>, V> Instance make(Unit<K, V> unit, UnitKey key) {
        Recorder recorder = new Recorder(snapshot, memory, unit.id().stage());
        List<Finding> findings = new ArrayList<>(0);
        Optional<V> value;
        try {
            @SuppressWarnings("unchecked") // instances of a unit have keys of its type
            K typed = (K) key.key();
            value = unit.maker().make(typed, recorder, findings::add);
        } catch (PendingRead pending) {
            return memory.instance(key).waiting(Set.copyOf(recorder.reads()), pending);
        }
        Map<String, Emitted> emitted = new HashMap<>(0);
        for (Unit.Emission<V, ?> emission : unit.emissions()) {
            Set<Object> keys = value.<Set<Object>>map(
                            made -> Set.copyOf(emission.keys().apply(made)))
                    .orElse(Set.of());
            if (!keys.isEmpty()) {
                emitted.put(emission.index(), new Emitted(keys, rank(emission, value)));
            }
        }
        return new Instance(value, Set.copyOf(recorder.reads()), List.copyOf(findings), emitted);
    }

    private static <V> Optional<? extends Comparable<?>> rank(Unit.Emission<V, ?> emission, Optional<V> value) {
        return value.isPresent() ? emission.rank().apply(value.get()) : Optional.empty();
    }

    private Unit<?, ?> unit(UnitKey key) {
        return Optional.<Unit<?, ?>>ofNullable(unitsByName.get(key.unit())).orElseThrow();
    }
}
