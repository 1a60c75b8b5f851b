package io.portafilter.network.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A piece of an object: text, number, boolean, list or mapping. What is not there, or is of another type than asked for, reads as
 * absent: exports come from everywhere, and one odd field must not hide the others.
 *
 * @param value as a YAML or JSON parser makes it
 */
public record Tree(Object value) {
    private static final Tree NOTHING = new Tree(Map.of());

    /** What a path of keys leads to; an empty mapping where it leads nowhere. */
    public Tree at(String... path) {
        Object at = value;
        for (String key : path) {
            Object next = at instanceof Map<?, ?> map ? map.get(key) : null;
            if (next == null) {
                return NOTHING;
            }
            at = next;
        }
        return new Tree(at);
    }

    /** Whether a path of keys leads to anything. */
    public boolean has(String... path) {
        return !at(path).equals(NOTHING);
    }

    /** The text at a path; numbers and booleans count as text. */
    public Optional<String> text(String... path) {
        return at(path).scalar();
    }

    /** The text at a path, or an empty one. */
    public String textOrEmpty(String... path) {
        return text(path).orElse("");
    }

    /** The whole number at a path. */
    public Optional<Integer> number(String... path) {
        return at(path).value instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /** Whether a path leads to {@code true}. */
    public boolean isTrue(String... path) {
        return Boolean.TRUE.equals(at(path).value);
    }

    /** The items of the list at a path. */
    public List<Tree> items(String... path) {
        if (!(at(path).value instanceof List<?> list)) {
            return List.of();
        }
        List<Tree> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(item == null ? NOTHING : new Tree(item));
        }
        return items;
    }

    /** The texts of the list at a path. */
    public List<String> texts(String... path) {
        return items(path).stream().flatMap(item -> item.scalar().stream()).toList();
    }

    /** The entries of the mapping at a path whose values are texts, sorted. */
    public SortedMap<String, String> textMap(String... path) {
        SortedMap<String, String> entries = new TreeMap<>();
        if (at(path).value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                if (item != null) {
                    new Tree(item).scalar().ifPresent(text -> entries.put(String.valueOf(key), text));
                }
            });
        }
        return entries;
    }

    private Optional<String> scalar() {
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? Optional.empty()
                : Optional.of(value.toString());
    }
}
