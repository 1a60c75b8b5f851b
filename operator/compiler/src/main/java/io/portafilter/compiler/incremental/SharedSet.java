package io.portafilter.compiler.incremental;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** A sorted set whose elements have several owners: an element is there while it has one. What it was at any moment can be kept. */
final class SharedSet<T extends Comparable<? super T>> {
    private final Map<T, Integer> owners = new HashMap<>();
    private PSortedSet<T> elements = TreePSet.empty();

    /** Its elements at this moment, without doubles; never changes. */
    PSortedSet<T> now() {
        return elements;
    }

    /** One owner has other elements. */
    void replace(List<T> previous, List<T> next) {
        if (!previous.equals(next)) {
            next.forEach(this::add);
            previous.forEach(this::remove);
        }
    }

    private void add(T element) {
        if (owners.merge(element, 1, Integer::sum) == 1) {
            elements = elements.plus(element);
        }
    }

    private void remove(T element) {
        if (owners.merge(element, -1, Integer::sum) == 0) {
            owners.remove(element);
            elements = elements.minus(element);
        }
    }
}
