package io.portafilter.network.cluster;

import java.util.Optional;

/**
 * An object of a cluster.
 *
 * @param id kind and name
 * @param tree all of it
 */
public record ClusterObject(ObjectId id, Tree tree) {
    /** Nothing where a tree has no kind or no name. */
    public static Optional<ClusterObject> of(Tree tree, String kind) {
        String own = tree.text("kind").orElse(kind);
        return tree.text("metadata", "name")
                .filter(name -> !own.isEmpty() && !name.isEmpty())
                .map(name ->
                        new ClusterObject(new ObjectId(own, tree.textOrEmpty("metadata", "namespace"), name), tree));
    }

    /** The name. */
    public String name() {
        return id.name();
    }

    /** A label. */
    public Optional<String> label(String key) {
        return tree.text("metadata", "labels", key);
    }

    /** An annotation. */
    public Optional<String> annotation(String key) {
        return tree.text("metadata", "annotations", key);
    }

    /** What a ConfigMap has under a key. */
    public Optional<String> data(String key) {
        return tree.text("data", key);
    }
}
