package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A pure function that makes one value for one key.
 *
 * @param id its name and stage
 * @param source for which keys it exists
 * @param maker the function
 * @param emissions the keys that its values emit
 * @param <K> type of its keys
 * @param <V> type of its values; compared with equals to stop propagation
 */
public record Unit<K extends Comparable<? super K>, V>(
        UnitId<K, V> id, Source<K> source, Maker<K, V> maker, List<Emission<V, ?>> emissions) {
    /** A unit that emits no keys. */
    public Unit(UnitId<K, V> id, Source<K> source, Maker<K, V> maker) {
        this(id, source, maker, List.of());
    }

    /** This unit, emitting also these keys. */
    public <E extends Comparable<? super E>> Unit<K, V> emitting(
            KeyIndex<E, K> index, Function<V, ? extends Collection<E>> keys) {
        return with(new Emission<>(index.name(), keys, value -> Optional.empty()));
    }

    /** This unit, emitting also these keys, with a place in the order of {@link Lookup#first}. */
    public <E extends Comparable<? super E>, R extends Comparable<? super R>> Unit<K, V> emitting(
            KeyIndex<E, K> index, Function<V, ? extends Collection<E>> keys, Function<V, Optional<R>> rank) {
        return with(new Emission<>(index.name(), keys, rank));
    }

    private Unit<K, V> with(Emission<V, ?> emission) {
        return new Unit<>(
                id,
                source,
                maker,
                Stream.concat(emissions.stream(), Stream.of(emission)).toList());
    }

    /** The function of a unit. */
    public interface Maker<K, V> {
        /**
         * Makes the value.
         *
         * @param key for what
         * @param lookup the world
         * @param findings takes what is wrong
         * @return the value; empty if there is none
         */
        Optional<V> make(K key, Lookup lookup, Consumer<Finding> findings);
    }

    /** For which keys a unit exists. */
    public sealed interface Source<K> {}

    /** Always, for one key. */
    public record Always<K>(K key) implements Source<K> {}

    /** For each object of a kind. */
    public record EachObject(Kind kind) implements Source<Name> {}

    /** For each key that at least one unit emits into an index. */
    public record EachEmitted<K extends Comparable<? super K>>(KeyIndex<K, ?> index) implements Source<K> {}

    /**
     * Keys that a value emits into an index.
     *
     * @param rank its place among those that emit a key; all ranks of an index are of one type, and no two are equal
     */
    public record Emission<V, E>(
            String index,
            Function<V, ? extends Collection<E>> keys,
            Function<V, ? extends Optional<? extends Comparable<?>>> rank) {}
}
