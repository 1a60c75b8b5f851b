package io.portafilter.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * Everything that the cluster says at one moment. Immutable; a successor shares what did not change, so a change costs what it
 * touches. Whether it was made from a cluster or a folder cannot be told from it.
 */
public final class Snapshot {
    private static final List<Index<?>> INDEXES = List.of(Index.SLICES_BY_SERVICE);
    private static final Snapshot EMPTY = new Snapshot(HashTreePMap.empty(), HashTreePMap.empty());

    private final PMap<Ref, KubeObject> objects;
    private final PMap<IndexEntry, TreePSet<Ref>> indexed;

    private Snapshot(PMap<Ref, KubeObject> objects, PMap<IndexEntry, TreePSet<Ref>> indexed) {
        this.objects = objects;
        this.indexed = indexed;
    }

    /** A cluster that says nothing. */
    public static Snapshot empty() {
        return EMPTY;
    }

    /** The object of this kind and name. */
    public Optional<KubeObject> get(Ref ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    /** The objects under a key of an index, sorted by name. */
    public <T extends KubeObject> List<T> find(Index<T> index, String key) {
        TreePSet<Ref> refs = indexed.get(new IndexEntry(index.name(), key));
        if (refs == null) {
            return List.of();
        }
        return refs.stream()
                .flatMap(ref -> get(ref).stream())
                .map(index.type()::cast)
                .toList();
    }

    /** All objects, in no particular order. */
    public Stream<KubeObject> all() {
        return objects.values().stream();
    }

    /** How many objects there are. */
    public int size() {
        return objects.size();
    }

    /** The index keys under which this object is found, as {@code index} and {@code key} pairs. */
    public static SortedSet<IndexEntry> indexEntries(KubeObject object) {
        TreeSet<IndexEntry> entries = new TreeSet<>();
        for (Index<?> index : INDEXES) {
            keys(index, object).forEach(key -> entries.add(new IndexEntry(index.name(), key)));
        }
        return entries;
    }

    /** Those of these changes that make a difference when all are applied in their order. */
    public List<Change> effective(Collection<? extends Change> changes) {
        Map<Ref, Optional<KubeObject>> changed = new HashMap<>();
        List<Change> effective = new ArrayList<>(changes.size());
        for (Change change : changes) {
            Optional<KubeObject> before = changed.getOrDefault(change.ref(), get(change.ref()));
            Optional<KubeObject> after = switch (change) {
                case Change.Put(KubeObject object) -> Optional.of(object);
                case Change.Delete _ -> Optional.empty();
            };
            if (!before.equals(after)) {
                effective.add(change);
                changed.put(change.ref(), after);
            }
        }
        return effective;
    }

    /** The cluster after these changes, applied in their order. */
    public Snapshot with(Collection<? extends Change> changes) {
        PMap<Ref, KubeObject> nextObjects = objects;
        PMap<IndexEntry, TreePSet<Ref>> nextIndexed = indexed;
        for (Change change : changes) {
            KubeObject before = nextObjects.get(change.ref());
            if (before != null) {
                nextIndexed = unindex(nextIndexed, before);
            }
            switch (change) {
                case Change.Put put -> {
                    nextObjects = nextObjects.plus(put.ref(), put.object());
                    nextIndexed = index(nextIndexed, put.object());
                }
                case Change.Delete delete -> nextObjects = nextObjects.minus(delete.ref());
            }
        }
        return new Snapshot(nextObjects, nextIndexed);
    }

    private static PMap<IndexEntry, TreePSet<Ref>> index(PMap<IndexEntry, TreePSet<Ref>> map, KubeObject object) {
        PMap<IndexEntry, TreePSet<Ref>> next = map;
        for (IndexEntry key : indexEntries(object)) {
            TreePSet<Ref> refs = next.get(key);
            next = next.plus(key, refs == null ? TreePSet.singleton(object.ref()) : refs.plus(object.ref()));
        }
        return next;
    }

    private static PMap<IndexEntry, TreePSet<Ref>> unindex(PMap<IndexEntry, TreePSet<Ref>> map, KubeObject object) {
        PMap<IndexEntry, TreePSet<Ref>> next = map;
        for (IndexEntry key : indexEntries(object)) {
            TreePSet<Ref> refs = next.get(key);
            if (refs != null) {
                TreePSet<Ref> rest = refs.minus(object.ref());
                next = rest.isEmpty() ? next.minus(key) : next.plus(key, rest);
            }
        }
        return next;
    }

    private static <T extends KubeObject> Collection<String> keys(Index<T> index, KubeObject object) {
        return index.type().isInstance(object) ? index.keys().apply(index.type().cast(object)) : List.of();
    }
}
