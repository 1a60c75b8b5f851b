package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one run of a unit came to.
 *
 * @param value what it made
 * @param reads what it asked
 * @param findings what is wrong
 * @param emitted key index to keys
 */
record Instance(Optional<?> value, Set<Read> reads, List<Finding> findings, Map<String, Set<Object>> emitted) {
    static final Instance NONE = new Instance(Optional.empty(), Set.of(), List.of(), Map.of());
}
