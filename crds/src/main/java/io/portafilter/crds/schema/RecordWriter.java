package io.portafilter.crds.schema;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records as trees. */
public final class RecordWriter {
    private RecordWriter() {}

    /** The tree of a record, its fields in their order: what equals the default, and what is absent or empty, is left out. */
    public static Map<String, Object> tree(Record value) {
        return tree(value, false);
    }

    /** The same with defaults and empty lists: who merges it into another tree overwrites whatever stands there. */
    public static Map<String, Object> full(Record value) {
        return tree(value, true);
    }

    private static Map<String, Object> tree(Record value, boolean full) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Component component : Component.of(value.getClass())) {
            Object field = read(component, value);
            Optional<Object> written = switch (component.shape()) {
                case PLAIN -> Optional.of(value(field, full));
                case OPTIONAL -> ((Optional<?>) field).map(found -> value(found, full));
                case LIST ->
                    Optional.of(list((List<?>) field, full))
                            .filter(list -> full || !list.isEmpty() || component.hasPreset() || component.required())
                            .map(Object.class::cast);
            };
            boolean preset = !full && component.hasPreset() && written.equals(Optional.of(Presets.tree(component)));
            if (written.isPresent() && !preset) {
                tree.put(component.name(), written.get());
            }
        }
        return tree;
    }

    private static List<Object> list(List<?> items, boolean full) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(value(item, full)));
        return list;
    }

    private static Object value(Object value, boolean full) {
        return switch (value) {
            case Record inner -> tree(inner, full);
            case Word word -> word.word();
            default -> value;
        };
    }

    private static Object read(Component component, Record value) {
        try {
            return component.accessor().getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record that cannot be read: " + value.getClass(), e);
        }
    }
}
