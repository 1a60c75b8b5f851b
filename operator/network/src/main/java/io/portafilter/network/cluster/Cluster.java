package io.portafilter.network.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is known of a cluster at one moment.
 *
 * @param objects by name
 * @param logs what programs wrote, by the name of the file, such as {@code kube-proxy.log}
 */
public record Cluster(SortedMap<String, List<ClusterObject>> objects, SortedMap<String, String> logs) {
    /** Copies the maps. */
    public Cluster {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
    }

    /** A cluster of these objects; of several with one name the first counts. */
    public static Cluster of(Collection<ClusterObject> all, Map<String, String> logs) {
        TreeMap<ObjectId, ClusterObject> byName = new TreeMap<>();
        all.forEach(object -> byName.putIfAbsent(object.id(), object));
        TreeMap<String, List<ClusterObject>> kinds = new TreeMap<>();
        byName.values()
                .forEach(object -> kinds.computeIfAbsent(object.id().kind(), kind -> new ArrayList<>())
                        .add(object));
        return new Cluster(kinds, new TreeMap<>(logs));
    }

    /** The same with these objects in place of those of their names. */
    public Cluster with(Collection<ClusterObject> changed) {
        TreeMap<String, List<ClusterObject>> kinds = new TreeMap<>(objects);
        for (ClusterObject object : changed) {
            List<ClusterObject> kind =
                    new ArrayList<>(kinds.getOrDefault(object.id().kind(), List.of()));
            int at = Collections.binarySearch(kind, object, Comparator.comparing(ClusterObject::id));
            if (at >= 0) {
                kind.set(at, object);
            } else {
                kind.add(-at - 1, object);
            }
            kinds.put(object.id().kind(), kind);
        }
        return new Cluster(kinds, logs);
    }

    /** The objects of a kind, sorted by name. */
    public List<ClusterObject> all(String kind) {
        return Collections.unmodifiableList(objects.getOrDefault(kind, List.of()));
    }

    /** One object. */
    public Optional<ClusterObject> get(String kind, String namespace, String name) {
        return all(kind).stream()
                .filter(object -> object.id().namespace().equals(namespace)
                        && object.name().equals(name))
                .findFirst();
    }

    /** A ConfigMap. */
    public Optional<ClusterObject> configMap(String namespace, String name) {
        return get("ConfigMap", namespace, name);
    }
}
