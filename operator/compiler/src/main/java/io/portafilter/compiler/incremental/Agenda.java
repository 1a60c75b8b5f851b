package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which instances have to run in a step: those whose reads were touched, and those that come or end. */
final class Agenda {
    private final Map<String, Unit<?, ?>> units;
    private final Memory memory;
    private final Map<Integer, Set<UnitKey>> byStage = new HashMap<>();

    /** Units that always exist are on it until they have run for the first time. */
    Agenda(Map<String, Unit<?, ?>> units, Memory memory) {
        this.units = units;
        this.memory = memory;
        for (Unit<?, ?> unit : units.values()) {
            if (unit.source() instanceof Unit.Always<?> always
                    && !memory.exists(new UnitKey(unit.id().name(), always.key()))) {
                add(unit, always.key());
            }
        }
    }

    private void add(Unit<?, ?> unit, Object key) {
        byStage.computeIfAbsent(unit.id().stage(), s -> new HashSet<>())
                .add(new UnitKey(unit.id().name(), key));
    }

    /** What is to run in this stage; afterwards nothing is. */
    Collection<UnitKey> take(int stage) {
        return Optional.ofNullable(byStage.remove(stage)).orElse(Collections.emptySet());
    }

    /** The answer to a question is another one now. */
    void touch(Read read) {
        for (UnitKey reader : memory.readersOf(read)) {
            add(Optional.<Unit<?, ?>>ofNullable(units.get(reader.unit())).orElseThrow(), reader.key());
        }
        if (read instanceof Read.OfProducers entry) {
            follow(entry);
        }
    }

    /** Units come and go with the keys for which they exist. */
    private void follow(Read.OfProducers entry) {
        for (Unit<?, ?> unit : units.values()) {
            if (unit.source() instanceof Unit.EachEmitted<?>(var index)
                    && index.name().equals(entry.keyIndex())
                    && memory.exists(new UnitKey(unit.id().name(), entry.key()))
                            != memory.isEmitted(entry.keyIndex(), entry.key())) {
                add(unit, entry.key());
            }
        }
    }

    /** An object came, changed or went. */
    void touch(Ref ref, Optional<KubeObject> before, Optional<KubeObject> after) {
        if (before.equals(after)) {
            return;
        }
        touch(new Read.OfObject(ref));
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .flatMap(object -> Snapshot.indexEntries(object).stream())
                .distinct()
                .forEach(entry -> touch(new Read.OfIndex(entry)));
        touchOptions(ref, data(before), data(after));
        for (Unit<?, ?> unit : units.values()) {
            if (unit.source() instanceof Unit.EachObject(var kind)
                    && kind == ref.kind()
                    && before.isPresent() != after.isPresent()) {
                add(unit, ref.name());
            }
        }
    }

    private void touchOptions(Ref ref, Map<String, String> before, Map<String, String> after) {
        Set<String> options = new TreeSet<>(before.keySet());
        options.addAll(after.keySet());
        for (String option : options) {
            if (!Optional.ofNullable(before.get(option)).equals(Optional.ofNullable(after.get(option)))) {
                touch(new Read.OfOption(ref.name(), option));
            }
        }
    }

    private static Map<String, String> data(Optional<KubeObject> object) {
        return object.isPresent() && object.get() instanceof ConfigMap map ? map.data() : Map.of();
    }
}
