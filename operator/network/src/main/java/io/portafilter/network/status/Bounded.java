package io.portafilter.network.status;

import io.portafilter.crds.schema.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The first of many.
 *
 * @param items those that there is room for
 * @param more how many others there are; nothing where there are none
 */
record Bounded<T>(List<T> items, Optional<Integer> more) {
    /** Copies the list. */
    Bounded {
        items = List.copyOf(items);
    }

    /** At most so many with so many bytes of JSON in all. */
    static <S, T> Bounded<T> of(List<S> all, int most, int bytes, Function<S, T> form) {
        List<T> items = new ArrayList<>();
        int size = 2;
        for (S one : all) {
            T item = form.apply(one);
            size += 1 + JsonSize.of(item instanceof Record fields ? RecordWriter.tree(fields) : item);
            if (size > bytes || items.size() == most) {
                break;
            }
            items.add(item);
        }
        int more = all.size() - items.size();
        return new Bounded<>(items, more == 0 ? Optional.empty() : Optional.of(more));
    }
}
