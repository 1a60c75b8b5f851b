package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an informer has to remember to know what changed: each object's name and version, some 200 bytes, where the client's own cache
 * keeps objects whole. What is read from it are shells of objects.
 */
final class VersionStore<T extends HasMetadata> implements ItemStore<T> {
    private final Supplier<T> shells;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    VersionStore(Supplier<T> shells) {
        this.shells = shells;
    }

    @Override
    public String getKey(T object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable T put(String key, T object) {
        return shell(
                key, versions.put(key, MetaConverter.text(object.getMetadata().getResourceVersion())));
    }

    @Override
    public @Nullable T remove(String key) {
        return shell(key, versions.remove(key));
    }

    @Override
    public Stream<String> keySet() {
        return versions.keySet().stream();
    }

    @Override
    public Stream<T> values() {
        return versions.entrySet().stream().map(entry -> shellOf(entry.getKey(), entry.getValue()));
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public @Nullable T get(String key) {
        return shell(key, versions.get(key));
    }

    /** False, so that objects are handed over as they arrive and not, as shells, when all have arrived. */
    @Override
    public boolean isFullState() {
        return false;
    }

    private @Nullable T shell(String key, @Nullable String version) {
        return version == null ? null : shellOf(key, version);
    }

    private T shellOf(String key, String version) {
        int slash = key.indexOf('/');
        ObjectMeta meta = new ObjectMeta();
        if (slash >= 0) {
            meta.setNamespace(key.substring(0, slash));
        }
        meta.setName(key.substring(slash + 1));
        meta.setResourceVersion(version);
        T shell = shells.get();
        shell.setMetadata(meta);
        return shell;
    }
}
