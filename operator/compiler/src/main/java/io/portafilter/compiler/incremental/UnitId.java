package io.portafilter.compiler.incremental;

/**
 * The name by which other units read a unit.
 *
 * @param name unique, in words that a person reads in traces
 * @param stage units read only units of earlier stages
 * @param <K> type of its keys
 * @param <V> type of its values
 */
@SuppressWarnings("UnusedTypeParameter") // the types tell readers what they get
public record UnitId<K extends Comparable<? super K>, V>(String name, int stage) {
    /** The instance for this key. */
    public UnitKey of(K key) {
        return new UnitKey(name, key);
    }
}
