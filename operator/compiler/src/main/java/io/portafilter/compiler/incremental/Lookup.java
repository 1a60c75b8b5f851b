package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Index;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import java.util.List;
import java.util.Optional;

/**
 * The only way in which a unit learns anything; each answer is recorded as a read of the unit that asked. Where there is no answer yet,
 * because a Secret's contents are not here, the run ends and is taken up again later: whoever asks never sees that.
 */
public interface Lookup {
    /** The object of this kind and name. */
    <T extends KubeObject> Optional<T> object(Class<T> type, Kind kind, Name name);

    /** The objects under a key of an index, sorted by name. */
    <T extends KubeObject> List<T> find(Index<T> index, String key);

    /** One option of a ConfigMap; empty if the ConfigMap or the option is not there. */
    Optional<String> option(Name configMap, String option);

    /** The value of a unit of an earlier stage; empty if it does not exist or made none. */
    <K extends Comparable<? super K>, V> Optional<V> unit(UnitId<K, V> unit, K key);

    /** The keys of the units that emit this key, sorted. */
    <K extends Comparable<? super K>, P extends Comparable<? super P>> List<P> producers(KeyIndex<K, P> index, K key);

    /**
     * The key of the unit with the lowest rank of those that emit this key; empty if none has a rank. However many there are, only
     * another first one is another answer.
     */
    <K extends Comparable<? super K>, P extends Comparable<? super P>> Optional<P> first(KeyIndex<K, P> index, K key);
}
