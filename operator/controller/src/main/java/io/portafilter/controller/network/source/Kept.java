package io.portafilter.controller.network.source;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.portafilter.controller.watch.ObjectWatch;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind as they are now. */
final class Kept implements ObjectWatch.Events<GenericKubernetesResource> {
    private final Source source;
    private final Pruner pruner;
    private final Runnable changed;
    private final TreeMap<ObjectId, ClusterObject> byName = new TreeMap<>();
    private @Nullable List<ClusterObject> list;

    /**
     * None so far.
     *
     * @param changed called after each change of something that is kept
     */
    Kept(Source source, Pruner pruner, Runnable changed) {
        this.source = source;
        this.pruner = pruner;
        this.changed = changed;
    }

    String kind() {
        return source.kind();
    }

    @Override
    public void put(GenericKubernetesResource whole) {
        Optional<ClusterObject> pruned = pruner.prune(source, whole);
        if (pruned.isPresent() && replaces(pruned.get())) {
            changed.run();
        }
    }

    @Override
    public void delete(GenericKubernetesResource object) {
        ObjectMeta meta = object.getMetadata();
        if (removes(new ObjectId(source.kind(), Objects.requireNonNullElse(meta.getNamespace(), ""), meta.getName()))) {
            changed.run();
        }
    }

    private synchronized boolean replaces(ClusterObject object) {
        if (object.equals(byName.get(object.id()))) {
            return false;
        }
        byName.put(object.id(), object);
        list = null;
        return true;
    }

    private synchronized boolean removes(ObjectId id) {
        if (byName.remove(id) == null) {
            return false;
        }
        list = null;
        return true;
    }

    /** All, sorted by name; the same list until something changes. */
    synchronized List<ClusterObject> all() {
        List<ClusterObject> all = list;
        if (all == null) {
            all = List.copyOf(byName.values());
            list = all;
        }
        return all;
    }
}
