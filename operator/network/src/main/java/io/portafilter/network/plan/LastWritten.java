package io.portafilter.network.plan;

import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What we wrote last under a key of a ConfigMap, as an annotation of the object keeps it.
 *
 * @param text the digest of the text as it was written
 * @param wish the digest of the text that was planned: without what is added when it is written
 */
public record LastWritten(String text, String wish) {
    /** The annotation: a JSON object with a member for each key that we wrote. */
    public static final String ANNOTATION = "portafilter.io/last-written";

    /** That of a text, which was planned as the other one. */
    public static LastWritten of(String written, String planned) {
        return new LastWritten(Digest.of(written), Digest.of(planned));
    }

    static Optional<LastWritten> of(ClusterObject object, String key) {
        return object.annotation(ANNOTATION)
                .flatMap(TreeReader::value)
                .map(all -> all.at(key))
                .flatMap(tree ->
                        tree.text("text").flatMap(text -> tree.text("wish").map(wish -> new LastWritten(text, wish))));
    }

    /** The annotation's text after a key was written. */
    public String annotation(Optional<String> before, String key) {
        TreeMap<String, Object> all = new TreeMap<>();
        if (before.flatMap(TreeReader::value).map(Tree::value).orElse(Map.of()) instanceof Map<?, ?> map) {
            map.forEach((other, value) -> all.put(String.valueOf(other), value));
        }
        all.put(key, Map.of("text", text, "wish", wish));
        return JsonText.of(all).strip();
    }

    boolean isText(String live) {
        return text.equals(Digest.of(live));
    }

    boolean isWish(String wanted) {
        return wish.equals(Digest.of(wanted));
    }
}
