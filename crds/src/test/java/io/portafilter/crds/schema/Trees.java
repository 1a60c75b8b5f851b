package io.portafilter.crds.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Ways into trees whose shape a test knows. */
public final class Trees {
    private Trees() {}

    /** The only document of a text. */
    public static Map<?, ?> load(String text) {
        return (Map<?, ?>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** What a path of keys and positions leads to. */
    public static Object at(Object tree, Object... path) {
        Object at = tree;
        for (Object step : path) {
            Object next = at instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) at).get(step);
            at = Objects.requireNonNull(next, () -> step + " is not in the tree");
        }
        return at;
    }

    /** A mapping. */
    public static Map<?, ?> map(Object tree, Object... path) {
        return (Map<?, ?>) at(tree, path);
    }

    /** A text. */
    public static String text(Object tree, Object... path) {
        return (String) at(tree, path);
    }
}
