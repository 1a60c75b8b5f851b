package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** A sorted set whose elements have several owners: an element is there while it has one. What it was at any moment can be kept. */
final class SharedSet<T extends Comparable<? super T>> {
    private final Map<T, Integer> owners = new HashMap<>();
    private final List<T> touched = new ArrayList<>();
    private PSortedSet<T> elements = TreePSet.empty();
    private PSortedSet<T> elementsBefore = TreePSet.empty();

    /** Its elements at this moment, without doubles; never changes. */
    PSortedSet<T> now() {
        return elements;
    }

    /** What came and went since this was asked the last time; costs what was touched. */
    Difference<T> difference() {
        Difference<T> difference = Difference.between(touched, elementsBefore, elements);
        touched.clear();
        elementsBefore = elements;
        return difference;
    }

    /** One owner has other elements. */
    void replace(List<T> previous, List<T> next) {
        if (!previous.equals(next)) {
            next.forEach(this::add);
            previous.forEach(this::remove);
        }
    }

    /** One owner has one element more. */
    void add(T element) {
        if (owners.merge(element, 1, Integer::sum) == 1) {
            elements = elements.plus(element);
            touched.add(element);
        }
    }

    /** One owner has one element less. */
    void remove(T element) {
        if (owners.merge(element, -1, Integer::sum) == 0) {
            owners.remove(element);
            elements = elements.minus(element);
            touched.add(element);
        }
    }
}
