package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Service;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The cluster as changes: everything that there is first, then each change as the API server tells it, with nothing left out in
 * between. Secrets are {@link SecretWatch}'s.
 */
public final class ClusterWatch implements AutoCloseable {
    private static final String NAME_FIELD = "metadata.name";

    private final KubernetesClient client;
    private final WatchOptions options;
    private final Consumer<Change> sink;
    private final NamespaceFilter filter;
    private final Watches watches = new Watches();
    private final ObjectWatch<IngressClass> ingressClasses;

    /**
     * A watch that waits for {@link #start}.
     *
     * @param client reads the cluster
     * @param options what is watched
     * @param sink takes changes, from several threads, those of one object in their order; must not wait
     */
    public ClusterWatch(KubernetesClient client, WatchOptions options, Consumer<Collection<? extends Change>> sink) {
        this.client = client;
        this.options = options;
        this.sink = change -> sink.accept(List.of(change));
        this.filter = new NamespaceFilter(this::isOfDefaultBackend, sink);
        scoped(Input.INGRESSES, client.network().v1().ingresses());
        scoped(Input.SERVICES, client.services());
        scoped(Input.ENDPOINT_SLICES, client.discovery().v1().endpointSlices());
        this.ingressClasses = new ObjectWatch<>(
                new WatchedResource(Input.INGRESS_CLASSES.plural(), "the cluster"),
                client.network().v1().ingressClasses(),
                Input.INGRESS_CLASSES.shells(),
                Input.INGRESS_CLASSES.changes(this.sink),
                ObjectWatch.Need.IF_ALLOWED);
        watches.add(ingressClasses);
        configMap(options.configMap());
        options.defaultBackend().filter(this::isOutOfScope).ifPresent(this::defaultBackend);
        options.kept().ifPresent(kept -> kept(kept, sink));
        if (options.scope() instanceof Scope.SelectedNamespaces(String labels)) {
            namespaces(labels);
        }
    }

    private <T extends HasMetadata> void scoped(Input<T> input, MixedOperation<T, ?, ?> objects) {
        switch (options.scope()) {
            case Scope.Everywhere() -> add(input, "all namespaces", objects.inAnyNamespace(), sink);
            case Scope.OneNamespace(String namespace) ->
                add(input, "namespace " + namespace, objects.inNamespace(namespace), sink);
            case Scope.SelectedNamespaces _ -> add(input, "all namespaces", objects.inAnyNamespace(), filter::accept);
        }
    }

    private <T extends HasMetadata> void add(
            Input<T> input, String where, Informable<T> objects, Consumer<Change> changes) {
        watches.add(new ObjectWatch<>(
                new WatchedResource(input.plural(), where),
                objects,
                input.shells(),
                input.changes(changes),
                ObjectWatch.Need.ALWAYS));
    }

    private void defaultBackend(Name service) {
        String where = "namespace " + service.namespace();
        add(
                Input.SERVICES,
                where,
                client.services().inNamespace(service.namespace()).withField(NAME_FIELD, service.name()),
                sink);
        add(
                Input.ENDPOINT_SLICES,
                where,
                client.discovery()
                        .v1()
                        .endpointSlices()
                        .inNamespace(service.namespace())
                        .withLabel(EndpointSlice.SERVICE_NAME, service.name()),
                sink);
    }

    private void configMap(Name name) {
        add(
                Input.CONFIG_MAPS,
                "namespace " + name.namespace() + " (" + name.name() + ")",
                client.configMaps().inNamespace(name.namespace()).withField(NAME_FIELD, name.name()),
                sink);
    }

    private void kept(KeptConfigMaps kept, Consumer<Collection<? extends Change>> changes) {
        watches.add(new ObjectWatch<>(
                new WatchedResource("configmaps", "namespace " + kept.namespace() + " (" + kept.labels() + ")"),
                client.configMaps().inNamespace(kept.namespace()).withLabelSelector(kept.labels()),
                Input.CONFIG_MAPS.shells(),
                new ObjectWatch.Events<>() {
                    @Override
                    public void put(io.fabric8.kubernetes.api.model.ConfigMap map) {
                        changes.accept(kept.reader().put(map));
                    }

                    @Override
                    public void delete(io.fabric8.kubernetes.api.model.ConfigMap map) {
                        changes.accept(kept.reader().delete(MetaConverter.name(map.getMetadata())));
                    }
                },
                ObjectWatch.Need.ALWAYS));
    }

    private void namespaces(String labels) {
        watches.add(new ObjectWatch<>(
                new WatchedResource("namespaces", "the cluster (" + labels + ")"),
                client.namespaces().withLabelSelector(labels),
                Namespace::new,
                new ObjectWatch.Events<>() {
                    @Override
                    public void put(Namespace namespace) {
                        filter.select(namespace.getMetadata().getName());
                    }

                    @Override
                    public void delete(Namespace namespace) {
                        filter.unselect(namespace.getMetadata().getName());
                    }
                },
                ObjectWatch.Need.ALWAYS));
    }

    /**
     * Begins.
     *
     * @return complete when everything that there is was handed over; failed with {@link WatchForbiddenException} if the API server
     *     forbids part of it
     */
    public CompletableFuture<Void> start() {
        return watches.start();
    }

    /** Whether Ingresses of this namespace are watched. */
    public boolean covers(String namespace) {
        return switch (options.scope()) {
            case Scope.Everywhere() -> true;
            case Scope.OneNamespace(String only) -> only.equals(namespace);
            case Scope.SelectedNamespaces _ -> filter.selects(namespace);
        };
    }

    /** Whether we may read IngressClasses, which are no namespace's; known when the start is complete. */
    public boolean readsIngressClasses() {
        return !ingressClasses.isAbsent();
    }

    /** How each watch is. */
    public List<WatchState> states() {
        return watches.states();
    }

    @Override
    public void close() {
        watches.close();
    }

    private boolean isOutOfScope(Name name) {
        return options.scope() instanceof Scope.OneNamespace(String namespace) && !namespace.equals(name.namespace());
    }

    private boolean isOfDefaultBackend(KubeObject object) {
        return options.defaultBackend()
                .filter(service -> switch (object) {
                    case Service _ -> object.meta().name().equals(service);
                    case EndpointSlice slice ->
                        slice.service().filter(service::equals).isPresent();
                    default -> false;
                })
                .isPresent();
    }
}
