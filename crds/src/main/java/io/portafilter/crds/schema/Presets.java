package io.portafilter.crds.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands where a manifest says nothing. */
final class Presets {
    private Presets() {}

    /** The default as a tree. */
    static Object tree(Component component) {
        String text = component.field().preset();
        Object value = scalar(component.type(), text);
        return component.shape() == Component.Shape.LIST ? List.of(value) : value;
    }

    /** The default as the API server wants it: rules are asked about a default before those of its fields are filled in. */
    static Object full(Component component) {
        return component.type().isRecord() && component.shape() == Component.Shape.PLAIN
                ? full(component.type())
                : tree(component);
    }

    private static Map<String, Object> full(Class<?> record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Component component : Component.of(record)) {
            if (component.hasPreset()) {
                fields.put(component.name(), full(component));
            }
        }
        return fields;
    }

    private static Object scalar(Class<?> type, String text) {
        if (type.isRecord()) {
            return Map.of();
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return type == boolean.class ? Boolean.valueOf(text) : text;
    }
}
