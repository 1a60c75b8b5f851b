package io.portafilter.controller.network.source;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.portafilter.controller.watch.ObjectWatch;
import io.portafilter.controller.watch.WatchState;
import io.portafilter.controller.watch.WatchedResource;
import io.portafilter.controller.watch.Watches;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.observe.NodeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The objects that say something about the network, as trees, kept current. A kind that the API server does not know when this starts
 * is not looked for again.
 */
public final class LiveCluster implements AutoCloseable {
    private static final String ALL_NAMESPACES = "all namespaces";

    private final KubernetesClient client;
    private final Runnable changed;
    private final List<Kept> kinds = new ArrayList<>();
    private final Watches watches = new Watches();
    private volatile boolean listed;
    private Cluster last = Cluster.of(List.of(), new TreeMap<>());

    /**
     * Watches that wait for {@link #start}.
     *
     * @param client reads the cluster
     * @param options what is read beside the kinds that every cluster has
     * @param changed called after each change of something that {@link #cluster} shows, but not before all that exists was listed;
     *     from several threads; must not wait
     */
    public LiveCluster(KubernetesClient client, SourceOptions options, Runnable changed) {
        this.client = client;
        this.changed = changed;
        Pruner pruner = new Pruner(options);
        for (Source source : Source.values()) {
            Kept kept = new Kept(source, pruner, this::tell);
            kinds.add(kept);
            if (source == Source.CONFIG_MAPS) {
                configMaps(kept, options);
            } else {
                watch(source, where(source), objects(source).inAnyNamespace(), kept);
            }
        }
    }

    private static String where(Source source) {
        return source.scope() == Source.Scope.CLUSTER ? "the cluster" : ALL_NAMESPACES;
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            objects(Source source) {
        return client.genericKubernetesResources(source.context());
    }

    /** By name, one watch each: a role can allow just these. */
    private void configMaps(Kept kept, SourceOptions options) {
        SortedSet<String> names = options.allConfigMaps();
        for (String name : names) {
            watch(
                    Source.CONFIG_MAPS,
                    ALL_NAMESPACES + " (" + name + ")",
                    objects(Source.CONFIG_MAPS).inAnyNamespace().withField("metadata.name", name),
                    kept);
        }
        watch(
                Source.CONFIG_MAPS,
                "namespace " + options.namespace() + " (" + NodeReport.LABEL + ")",
                objects(Source.CONFIG_MAPS).inNamespace(options.namespace()).withLabel(NodeReport.LABEL),
                new Others(names, kept));
    }

    private void watch(
            Source source,
            String where,
            Informable<GenericKubernetesResource> objects,
            ObjectWatch.Events<GenericKubernetesResource> events) {
        watches.add(new ObjectWatch<>(
                new WatchedResource(source.resource(), where),
                objects,
                GenericKubernetesResource::new,
                events,
                source.need()));
    }

    private void tell() {
        if (listed) {
            changed.run();
        }
    }

    /**
     * Begins.
     *
     * @return complete when {@link #cluster} shows everything that there is; failed with
     *     {@link io.portafilter.controller.watch.WatchForbiddenException} if the API server forbids part of it
     */
    public CompletableFuture<Void> start() {
        return watches.start().thenRun(() -> listed = true);
    }

    /** The cluster as it is now: the same object until something changes, and the same list of a kind until one of it changes. */
    public synchronized Cluster cluster() {
        SortedMap<String, List<ClusterObject>> now = new TreeMap<>();
        for (Kept kind : kinds) {
            List<ClusterObject> all = kind.all();
            if (!all.isEmpty()) {
                now.put(kind.kind(), all);
            }
        }
        if (!isLast(now)) {
            last = new Cluster(now, new TreeMap<>());
        }
        return last;
    }

    @SuppressWarnings("ReferenceEquality") // a kind's list is made anew when one of its objects changes, and only then
    private boolean isLast(SortedMap<String, List<ClusterObject>> now) {
        return now.keySet().equals(last.objects().keySet())
                && now.entrySet().stream()
                        .allMatch(kind -> kind.getValue() == last.objects().get(kind.getKey()));
    }

    /** How each watch is; kinds that the API server does not know have none. */
    public List<WatchState> states() {
        return watches.states();
    }

    @Override
    public void close() {
        watches.close();
    }

    /** Leaves out objects that have a watch of their own. */
    private record Others(SortedSet<String> watched, ObjectWatch.Events<GenericKubernetesResource> events)
            implements ObjectWatch.Events<GenericKubernetesResource> {
        @Override
        public void put(GenericKubernetesResource object) {
            if (!watched.contains(object.getMetadata().getName())) {
                events.put(object);
            }
        }

        @Override
        public void delete(GenericKubernetesResource object) {
            if (!watched.contains(object.getMetadata().getName())) {
                events.delete(object);
            }
        }
    }
}
