package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Index;
import io.portafilter.snapshot.IndexEntry;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lookup of one run of one unit: answers from the snapshot and the earlier stages, and notes each question. */
final class Recorder implements Lookup {
    private final Snapshot snapshot;
    private final Memory memory;
    private final int stage;
    private final Set<Read> reads = new HashSet<>();

    Recorder(Snapshot snapshot, Memory memory, int stage) {
        this.snapshot = snapshot;
        this.memory = memory;
        this.stage = stage;
    }

    Set<Read> reads() {
        return reads;
    }

    @Override
    public <T extends KubeObject> Optional<T> object(Class<T> type, Kind kind, Name name) {
        Ref ref = new Ref(kind, name);
        reads.add(new Read.OfObject(ref));
        Optional<KubeObject> found = snapshot.get(ref);
        if (found.isPresent() && found.get() instanceof PendingSecret) {
            throw PendingRead.ofSecret(name);
        }
        return found.map(type::cast);
    }

    @Override
    public <T extends KubeObject> List<T> find(Index<T> index, String key) {
        reads.add(new Read.OfIndex(new IndexEntry(index.name(), key)));
        return snapshot.find(index, key);
    }

    @Override
    public Optional<String> option(Name configMap, String option) {
        reads.add(new Read.OfOption(configMap, option));
        return snapshot.get(new Ref(Kind.CONFIG_MAP, configMap))
                .map(ConfigMap.class::cast)
                .map(map -> map.data().get(option));
    }

    @Override
    public <K extends Comparable<? super K>, V> Optional<V> unit(UnitId<K, V> unit, K key) {
        if (unit.stage() >= stage) {
            throw new IllegalArgumentException("a unit of stage " + stage + " reads " + unit.name() + " of stage "
                    + unit.stage() + ": units read only earlier stages");
        }
        UnitKey unitKey = unit.of(key);
        reads.add(new Read.OfUnit(unitKey));
        if (memory.instance(unitKey).pending()) {
            throw PendingRead.ofUnit();
        }
        return memory.value(unitKey);
    }

    @Override
    public <K extends Comparable<? super K>, P extends Comparable<? super P>> List<P> producers(
            KeyIndex<K, P> index, K key) {
        reads.add(new Read.OfProducers(index.name(), key));
        return memory.producers(index, key);
    }

    @Override
    public <K extends Comparable<? super K>, P extends Comparable<? super P>> Optional<P> first(
            KeyIndex<K, P> index, K key) {
        reads.add(new Read.OfFirst(index.name(), key));
        return memory.first(index, key);
    }
}
