package io.portafilter.controller.network.standin;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The controllers of DaemonSets and ServiceCIDRs, as far as statuses show them: whatever is asked for is so at once. */
public final class Workloads implements AutoCloseable {
    private final KubernetesClient client;
    private final SharedIndexInformer<DaemonSet> daemons;
    private final SharedIndexInformer<GenericKubernetesResource> ranges;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Workloads(KubernetesClient client) {
        this.client = client;
        this.daemons = client.apps().daemonSets().inAnyNamespace().inform(new Each<>(this::roll));
        this.ranges = client.genericKubernetesResources("networking.k8s.io/v1", "ServiceCIDR")
                .inform(new Each<>(this::ready));
    }

    /** From now on new pods of this DaemonSet do not become ready while its template has our annotation. */
    public void fail(String name) {
        failing.add(name);
    }

    private void roll(DaemonSet daemon) {
        Long seen = daemon.getStatus() == null ? null : daemon.getStatus().getObservedGeneration();
        Map<String, String> annotations =
                daemon.getSpec().getTemplate().getMetadata().getAnnotations();
        boolean broken = failing.contains(daemon.getMetadata().getName())
                && annotations != null
                && annotations.containsKey("portafilter.io/config");
        if (!daemon.getMetadata().getGeneration().equals(seen)) {
            daemon.setStatus(new io.fabric8.kubernetes.api.model.apps.DaemonSetStatusBuilder()
                    .withObservedGeneration(daemon.getMetadata().getGeneration())
                    .withDesiredNumberScheduled(1)
                    .withCurrentNumberScheduled(1)
                    .withUpdatedNumberScheduled(1)
                    .withNumberMisscheduled(0)
                    .withNumberReady(broken ? 0 : 1)
                    .withNumberAvailable(broken ? 0 : 1)
                    .build());
            client.resource(daemon).updateStatus();
        }
    }

    private void ready(GenericKubernetesResource range) {
        if (!range.getAdditionalProperties().containsKey("status")
                || range.getAdditionalProperties().get("status").equals(Map.of())) {
            range.setAdditionalProperty(
                    "status",
                    Map.of(
                            "conditions",
                            List.of(Map.of(
                                    "type",
                                    "Ready",
                                    "status",
                                    "True",
                                    "reason",
                                    "",
                                    "message",
                                    "",
                                    "lastTransitionTime",
                                    "2026-01-01T00:00:00Z"))));
            client.resource(range).updateStatus();
        }
    }

    @Override
    public void close() {
        daemons.stop();
        ranges.stop();
    }

    private record Each<T>(java.util.function.Consumer<T> action) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            onUpdate(object, object);
        }

        @Override
        public void onUpdate(T before, T now) {
            try {
                action.accept(now);
            } catch (KubernetesClientException e) {
                if (e.getCode() != 409 && e.getCode() != 404) { // changed or gone meanwhile: the next event tells
                    throw e;
                }
            }
        }

        @Override
        public void onDelete(T object, boolean unknown) {
            // nothing runs of it
        }
    }
}
