package io.portafilter.crds.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI schema of a record, as a tree that is ready to be printed. */
public final class SchemaWriter {
    private SchemaWriter() {}

    /** The schema of an object. */
    public static Map<String, Object> of(Class<? extends Record> record, String description) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Component component : Component.of(record)) {
            properties.put(component.name(), field(component));
            if (component.required()) {
                required.add(component.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", description);
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> field(Component component) {
        Field field = component.field();
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (component.shape()) {
            case PLAIN, OPTIONAL -> schema.putAll(value(component, field.value()));
            case LIST -> {
                schema.put("type", "array");
                schema.put("description", field.value());
                schema.put("items", value(component, ""));
                schema.put("maxItems", field.maxItems());
                if (field.minItems() > 0) {
                    schema.put("minItems", field.minItems());
                }
                if (field.mapKey().isEmpty()) {
                    // a rule compares lists as a whole, so they have one owner
                    schema.put("x-kubernetes-list-type", "atomic");
                } else {
                    schema.put("x-kubernetes-list-type", "map");
                    schema.put("x-kubernetes-list-map-keys", List.of(field.mapKey()));
                }
            }
        }
        if (component.hasPreset()) {
            schema.put("default", Presets.full(component));
        }
        return schema;
    }

    private static Map<String, Object> value(Component component, String description) {
        Class<?> type = component.type();
        Field field = component.field();
        if (type.isRecord()) {
            Map<String, Object> schema = of(type.asSubclass(Record.class), description);
            if (description.isEmpty()) {
                schema.remove("description");
            }
            return schema;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "type",
                type == int.class || type == Integer.class
                        ? "integer"
                        : type == boolean.class || type == Boolean.class ? "boolean" : "string");
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        if (type == int.class || type == Integer.class) {
            schema.put("format", "int32");
            schema.put("minimum", field.min());
            schema.put("maximum", field.max());
        } else if (type.isEnum()) {
            schema.put(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Words::of).toList());
        } else if (type == String.class) {
            schema.put("maxLength", field.maxLength());
            if (!field.pattern().isEmpty()) {
                schema.put("pattern", field.pattern());
            }
            if (!field.format().isEmpty()) {
                schema.put("format", field.format());
            }
        }
        return schema;
    }
}
