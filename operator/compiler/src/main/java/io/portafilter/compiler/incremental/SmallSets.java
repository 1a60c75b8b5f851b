package io.portafilter.compiler.incremental;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets as values of maps. Most have one element and stay small immutable ones; a HashSet is ours to change. */
final class SmallSets {
    private SmallSets() {}

    static <T> Set<T> with(Set<T> set, T element) {
        Set<T> larger = set instanceof HashSet<T> own ? own : new HashSet<>(set);
        larger.add(element);
        return larger;
    }

    /** Null if nothing is left, which tells Map.computeIfPresent to remove the entry. */
    static <T> @Nullable Set<T> without(Set<T> set, T element) {
        if (set instanceof HashSet<T> own) {
            own.remove(element);
            return own.isEmpty() ? null : own;
        }
        return set.contains(element) ? null : set;
    }
}
