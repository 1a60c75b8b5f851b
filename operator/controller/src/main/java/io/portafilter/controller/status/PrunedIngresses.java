package io.portafilter.controller.status;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An informer's cache of just what is read of an Ingress here. */
final class PrunedIngresses implements ItemStore<Ingress> {
    private final ConcurrentHashMap<String, Ingress> items = new ConcurrentHashMap<>();
    private final String fieldManager;

    PrunedIngresses(String fieldManager) {
        this.fieldManager = fieldManager;
    }

    /** What is held of each. */
    Stream<Seen> seen() {
        return values().map(ingress -> Seen.of(ingress, fieldManager));
    }

    @Override
    public String getKey(Ingress ingress) {
        return Cache.metaNamespaceKeyFunc(ingress);
    }

    @Override
    public @Nullable Ingress put(String key, Ingress ingress) {
        return items.put(key, Seen.prune(ingress, fieldManager));
    }

    @Override
    public @Nullable Ingress remove(String key) {
        return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<Ingress> values() {
        return items.values().stream();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable Ingress get(String key) {
        return items.get(key);
    }

    @Override
    public boolean isFullState() {
        return false;
    }
}
