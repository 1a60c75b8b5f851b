package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.IndexEntry;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;

/** One question that a unit asked. "Not there" is an answer, and its question a read, like any other. */
public sealed interface Read {
    /** An object by kind and name. */
    record OfObject(Ref ref) implements Read {}

    /** The objects under a key of an index of the snapshot. */
    record OfIndex(IndexEntry entry) implements Read {}

    /** One option of a ConfigMap. */
    record OfOption(Name configMap, String option) implements Read {}

    /** The value of another unit. */
    record OfUnit(UnitKey unit) implements Read {}

    /** Which units emit a key. */
    record OfProducers(String keyIndex, Object key) implements Read {}

    /** Which unit is the first that emits a key. */
    record OfFirst(String keyIndex, Object key) implements Read {}
}
