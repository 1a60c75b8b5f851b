package io.portafilter.e2e.laws;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a static field mutable, as far as one can see from outside. */
final class Statics {
    private static final List<String> MUTABLE_TYPES = List.of(
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.BitSet",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.Properties",
            "java.util.Random",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.atomic.");

    private static final List<String> FIXED_COLLECTIONS = List.of(
            "java.util.ImmutableCollections",
            "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty",
            "java.util.Collections$Singleton",
            "org.pcollections.");

    private Statics() {}

    static Optional<String> whyMutable(JavaField field) {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of("is static and not final");
        }
        if (type.isArray()) {
            return field.getModifiers().contains(JavaModifier.PRIVATE)
                    ? Optional.empty()
                    : Optional.of("is an array that others can write to: make it private");
        }
        if (MUTABLE_TYPES.stream().anyMatch(type.getName()::startsWith)) {
            return Optional.of("is static and holds a mutable " + type.getSimpleName());
        }
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return whyMutableValue(field.reflect());
        }
        return Optional.empty();
    }

    private static Optional<String> whyMutableValue(Field field) {
        try {
            field.setAccessible(true);
            String actual = field.get(null).getClass().getName();
            return FIXED_COLLECTIONS.stream().anyMatch(actual::startsWith)
                    ? Optional.empty()
                    : Optional.of("holds a " + actual + ": use List.of, Map.of or Set.of");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
