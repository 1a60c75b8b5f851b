package io.portafilter.e2e.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML, and with it JSON, as plain maps and lists. A key with a null value reads like a key that is not there. */
public final class Yaml {
    private Yaml() {}

    /** The one document of this text, which has to be a map. */
    public static Map<String, Object> load(String text) {
        return map(Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text)));
    }

    /** The one document of this text, which has to be a list. */
    public static List<Object> loadList(String text) {
        return list(Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text)));
    }

    /** These documents as one file. */
    public static String dump(List<? extends Map<String, ?>> documents) {
        Dump dump = new Dump(DumpSettings.builder().setExplicitStart(true).build());
        return dump.dumpAllToString(documents.iterator());
    }

    /** A map with text keys, without those whose value is null. */
    public static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, each) -> {
            if (each != null) {
                map.put(String.valueOf(key), each);
            }
        });
        return map;
    }

    /** A list. */
    public static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }

    /** The map under this key, or an empty one. */
    public static Map<String, Object> map(Map<String, ?> parent, String key) {
        return value(parent, key).map(Yaml::map).orElseGet(LinkedHashMap::new);
    }

    /** The list under this key, or an empty one. */
    public static List<Object> list(Map<String, ?> parent, String key) {
        return value(parent, key).map(Yaml::list).orElse(List.of());
    }

    /** The scalar under this key as text. */
    public static Optional<String> text(Map<String, ?> parent, String key) {
        return value(parent, key).map(String::valueOf);
    }

    private static Optional<Object> value(Map<String, ?> parent, String key) {
        @Nullable Object value = parent.get(key);
        return Optional.ofNullable(value);
    }
}
