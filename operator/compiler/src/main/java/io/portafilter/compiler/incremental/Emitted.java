package io.portafilter.compiler.incremental;

import java.util.Optional;
import java.util.Set;

/**
 * What an instance emits into one index.
 *
 * @param keys at least one
 * @param rank its place among those that emit the same keys, if it has one
 */
record Emitted(Set<Object> keys, Optional<? extends Comparable<?>> rank) {
    static final Emitted NOTHING = new Emitted(Set.of(), Optional.empty());
}
