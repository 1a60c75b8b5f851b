package io.portafilter.crds.schema;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records as trees: what equals the default, and what is absent or empty, is left out. */
public final class RecordWriter {
    private RecordWriter() {}

    /** The tree of a record, its fields in their order. */
    public static Map<String, Object> tree(Record value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Component component : Component.of(value.getClass())) {
            Object field = read(component, value);
            Optional<Object> written = switch (component.shape()) {
                case PLAIN -> Optional.of(value(field));
                case OPTIONAL -> ((Optional<?>) field).map(RecordWriter::value);
                case LIST ->
                    Optional.of(list((List<?>) field))
                            .filter(list -> !list.isEmpty() || component.hasPreset() || component.required())
                            .map(Object.class::cast);
            };
            boolean preset = component.hasPreset() && written.equals(Optional.of(Presets.tree(component)));
            if (written.isPresent() && !preset) {
                tree.put(component.name(), written.get());
            }
        }
        return tree;
    }

    private static List<Object> list(List<?> items) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(value(item)));
        return list;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Record inner -> tree(inner);
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
