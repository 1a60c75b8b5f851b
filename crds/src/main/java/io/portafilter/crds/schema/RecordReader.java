package io.portafilter.crds.schema;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads trees of texts, numbers, booleans, lists and maps, as YAML and JSON parsers make them, into records. What is wrong becomes
 * a problem; the field then has its default, or the nearest thing to nothing, so that reading goes on.
 */
public final class RecordReader {
    private final List<Problem> problems = new ArrayList<>();

    private RecordReader() {}

    /**
     * What was read.
     *
     * @param value complete only where there are no problems
     * @param problems in the order of the fields
     */
    public record Read<T>(T value, List<Problem> problems) {
        /** Copies the list. */
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** Reads an object at a path. */
    public static <T extends Record> Read<T> read(Class<T> type, Object tree, String path) {
        RecordReader reader = new RecordReader();
        T value = type.cast(reader.record(type, tree, path));
        return new Read<>(value, reader.problems);
    }

    private Object record(Class<?> type, Object tree, String path) {
        Map<?, ?> map = Map.of();
        if (tree instanceof Map<?, ?> found) {
            map = found;
        } else {
            wrong(path, tree, "write a mapping");
        }
        List<Component> components = Component.of(type);
        for (Object key : map.keySet()) {
            if (components.stream().noneMatch(component -> component.name().equals(key))) {
                problems.add(new Problem(
                        path + "." + key,
                        "there is no such field; there are "
                                + String.join(
                                        ", ",
                                        components.stream().map(Component::name).toList())));
            }
        }
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            values[i] =
                    component(component, Optional.ofNullable(map.get(component.name())), path + "." + component.name());
        }
        return construct(type, values);
    }

    private Object component(Component component, Optional<?> tree, String path) {
        Optional<?> given = tree;
        if (given.isEmpty() && component.hasPreset()) {
            given = Optional.of(Presets.tree(component));
        }
        if (given.isEmpty() && component.required()) {
            problems.add(new Problem(path, "it is missing; " + component.field().value()));
        }
        return switch (component.shape()) {
            case OPTIONAL -> given.map(found -> value(component, found, path));
            case PLAIN ->
                given.map(found -> value(component, found, path)).orElseGet(() -> nothing(component.type(), path));
            case LIST -> given.map(found -> list(component, found, path)).orElse(List.of());
        };
    }

    private List<Object> list(Component component, Object tree, String path) {
        if (!(tree instanceof List<?> items)) {
            wrong(path, tree, "write a list");
            return List.of();
        }
        Field field = component.field();
        if (items.size() > field.maxItems() || items.size() < field.minItems()) {
            problems.add(new Problem(
                    path, "it has " + items.size() + " items; write " + field.minItems() + " to " + field.maxItems()));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "]";
            Object item = items.get(i);
            if (item == null) {
                problems.add(new Problem(at, "it is null; write a value or remove it"));
            } else {
                values.add(value(component, item, at));
            }
        }
        return values;
    }

    private Object value(Component component, Object tree, String path) {
        Class<?> type = component.type();
        if (type.isRecord()) {
            return record(type, tree, path);
        }
        Field field = component.field();
        if (type == int.class || type == Integer.class) {
            return number(field, tree, path);
        }
        if (type == boolean.class || type == Boolean.class) {
            return tree instanceof Boolean flag ? flag : wrong(path, tree, "write true or false", false);
        }
        if (!(tree instanceof String text)) {
            return wrong(path, tree, "write a text, in quotes", nothing(type, path));
        }
        if (type.isEnum()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
            return Words.find(type, text)
                    .orElseGet(
                            () -> wrong(path, tree, "write one of " + String.join(", ", words), nothing(type, path)));
        }
        if (text.length() > field.maxLength()) {
            problems.add(new Problem(path, "it has " + text.length() + " characters; at most " + field.maxLength()));
        }
        if (!field.pattern().isEmpty()
                && !Pattern.compile(field.pattern()).matcher(text).find()) {
            wrong(path, tree, "it must match " + field.pattern());
        }
        return text;
    }

    private Object number(Field field, Object tree, String path) {
        String remedy = "write a whole number from " + field.min() + " to " + field.max();
        if (!(tree instanceof Integer number)) {
            return wrong(path, tree, remedy, field.min());
        }
        if (number < field.min() || number > field.max()) {
            wrong(path, tree, remedy);
        }
        return number;
    }

    /** The nearest thing to nothing. */
    private Object nothing(Class<?> type, String path) {
        if (type.isRecord()) {
            int before = problems.size();
            Object empty = record(type, Map.of(), path);
            problems.subList(before, problems.size()).clear();
            return empty;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == int.class || type == Integer.class) {
            return 0;
        }
        return type == boolean.class || type == Boolean.class ? false : "";
    }

    private <T> T wrong(String path, Object value, String remedy, T instead) {
        wrong(path, value, remedy);
        return instead;
    }

    private void wrong(String path, Object value, String remedy) {
        problems.add(new Problem(path, "\"" + value + "\" cannot stand here; " + remedy));
    }

    private static Object construct(Class<?> type, Object[] values) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be made: " + type, e);
        }
    }
}
