package io.portafilter.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a sorted set has gained and lost between two moments. What changed has done both: its old form went, its new form came.
 *
 * @param came sorted; none of them was there before
 * @param went sorted; all of them were there before
 */
public record Difference<T extends Comparable<? super T>>(List<T> came, List<T> went) {
    /** Copies the lists. */
    public Difference {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    /** From one set to another; costs as much as both are large. */
    public static <T extends Comparable<? super T>> Difference<T> between(Set<T> before, Set<T> after) {
        return between(Stream.concat(before.stream(), after.stream()).toList(), before, after);
    }

    /**
     * From one set to another, if nothing but these elements may have come or gone; costs only what these cost.
     *
     * @param touched may hold an element more than once
     */
    public static <T extends Comparable<? super T>> Difference<T> between(
            Collection<T> touched, Set<T> before, Set<T> after) {
        TreeSet<T> distinct = new TreeSet<>(touched);
        return new Difference<>(without(distinct, after, before), without(distinct, before, after));
    }

    private static <T> List<T> without(Set<T> touched, Set<T> there, Set<T> notThere) {
        return touched.stream()
                .filter(element -> there.contains(element) && !notThere.contains(element))
                .toList();
    }

    /** This step and the next as one: what came and went again has done neither. */
    public Difference<T> then(Difference<T> next) {
        return new Difference<>(join(came, next.went, next.came, went), join(went, next.came, next.went, came));
    }

    private static <T extends Comparable<? super T>> List<T> join(
            List<T> first, List<T> undoneLater, List<T> second, List<T> undoing) {
        if (first.isEmpty() && second.isEmpty()) {
            return List.of();
        }
        TreeSet<T> joined = new TreeSet<>(first);
        undoneLater.forEach(joined::remove);
        TreeSet<T> later = new TreeSet<>(second);
        undoing.forEach(later::remove);
        joined.addAll(later);
        return List.copyOf(joined);
    }

    /** Whether nothing came and nothing went. */
    public boolean isEmpty() {
        return came.isEmpty() && went.isEmpty();
    }
}
