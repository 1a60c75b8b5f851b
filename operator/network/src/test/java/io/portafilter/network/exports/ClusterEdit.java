package io.portafilter.network.exports;

import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Clusters with one thing changed. */
public final class ClusterEdit {
    private ClusterEdit() {}

    /** With another text in a ConfigMap. */
    public static Cluster withData(Cluster cluster, ClusterObject config, String key, String text) {
        return with(cluster, config, List.of("data", key), text);
    }

    /** With another value in an object. */
    public static Cluster with(Cluster cluster, ClusterObject object, List<String> path, Object value) {
        return plus(
                cluster,
                new ClusterObject(object.id(), new Tree(set(object.tree().value(), path, value))));
    }

    /** With one more object, or another one of its name. */
    public static Cluster plus(Cluster cluster, ClusterObject object) {
        Stream<ClusterObject> others = cluster.objects().values().stream().flatMap(List::stream);
        return Cluster.of(Stream.concat(Stream.of(object), others).toList(), cluster.logs());
    }

    /** Without an object. */
    public static Cluster minus(Cluster cluster, ClusterObject object) {
        return Cluster.of(
                cluster.objects().values().stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.id().equals(object.id()))
                        .toList(),
                cluster.logs());
    }

    private static Object set(Object tree, List<String> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(key);
            copy.set(index, set(copy.get(index), rest, value));
            return copy;
        }
        Map<Object, Object> copy = new LinkedHashMap<>(tree instanceof Map<?, ?> map ? map : Map.of());
        Object child = copy.get(key);
        copy.put(key, set(child == null ? Map.of() : child, rest, value));
        return copy;
    }
}
