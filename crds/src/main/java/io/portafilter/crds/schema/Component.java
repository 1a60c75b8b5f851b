package io.portafilter.crds.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record as a field of a resource.
 *
 * @param name as manifests write it
 * @param field what the schema says
 * @param shape optional, list or plain
 * @param type of the value, or of the list's items
 * @param accessor reads it
 */
record Component(String name, Field field, Shape shape, Class<?> type, RecordComponent accessor) {
    enum Shape {
        PLAIN,
        OPTIONAL,
        LIST
    }

    /** Those of a record, in their order. */
    static List<Component> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(Component::of).toList();
    }

    private static Component of(RecordComponent component) {
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalStateException(component + " of " + component.getDeclaringRecord() + " has no @Field");
        }
        String name = field.name().isEmpty() ? component.getName() : field.name();
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> last = (Class<?>) arguments[arguments.length - 1];
            return new Component(name, field, shape(component.getType()), last, component);
        }
        return new Component(name, field, Shape.PLAIN, component.getType(), component);
    }

    private static Shape shape(Class<?> type) {
        if (type == Optional.class) {
            return Shape.OPTIONAL;
        }
        if (type == List.class) {
            return Shape.LIST;
        }
        throw new IllegalStateException("no field can be a " + type);
    }

    /** Whether a manifest must say it. */
    boolean required() {
        return field.required() || (shape == Shape.PLAIN && !hasPreset());
    }

    boolean hasPreset() {
        return !field.preset().equals(Field.NONE);
    }
}
