package io.portafilter.controller.network.source;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of an object what somebody reads who looks at the network, and nothing that changes without a meaning for it. What users of
 * the cluster may write themselves is reduced to what cannot be taken for the cluster's own: their Services lose labels, their pods
 * all but the node.
 */
final class Pruner {
    private static final String SYSTEM = "kube-system";

    /** What tools note for themselves: large, or changed all the time. */
    private static final Set<String> NOTES =
            Set.of("kubectl.kubernetes.io/last-applied-configuration", "control-plane.alpha.kubernetes.io/leader");

    /** How distributions tell what they were started with. */
    private static final Set<String> NODE_ANNOTATIONS = Set.of("k3s.io/node-args", "rke2.io/node-args");

    private static final Keep CLUSTER_SERVICE =
            Keep.of("spec.type", "spec.clusterIP", "spec.clusterIPs", "spec.ports", "spec.selector");
    private static final Keep CLUSTER_POD =
            Keep.of("spec.nodeName", "spec.hostNetwork", "status.podIP", "status.phase");
    private static final Keep CONTROL_PLANE_POD = Keep.of(
            "spec.nodeName",
            "spec.hostNetwork",
            "spec.containers.name",
            "spec.containers.command",
            "spec.containers.args",
            "status.podIP",
            "status.phase");

    private final SourceOptions options;

    Pruner(SourceOptions options) {
        this.options = options;
    }

    /** What is left; nothing of an object that does not count. */
    Optional<ClusterObject> prune(Source source, GenericKubernetesResource object) {
        ObjectMeta meta = object.getMetadata();
        String namespace = Objects.requireNonNullElse(meta.getNamespace(), "");
        boolean ours = options.isOfCluster(namespace);
        if (source.scope() == Source.Scope.NAMESPACES_OF_CLUSTER && !ours) {
            return Optional.empty();
        }
        Map<String, Object> tree = new TreeMap<>(keep(source, ours, meta).of(object.getAdditionalProperties()));
        if (source == Source.PODS && ours) {
            tree.merge("status", readiness(object), Pruner::merged);
        }
        tree.put("metadata", metadata(source, ours, meta));
        return Optional.of(
                new ClusterObject(new ObjectId(source.kind(), namespace, meta.getName()), new Tree(Map.copyOf(tree))));
    }

    private static Keep keep(Source source, boolean ours, ObjectMeta meta) {
        if (!ours) {
            return source.keep();
        }
        return switch (source) {
            case SERVICES -> CLUSTER_SERVICE;
            case PODS -> isControlPlane(meta) ? CONTROL_PLANE_POD : CLUSTER_POD;
            default -> source.keep();
        };
    }

    private static boolean isControlPlane(ObjectMeta pod) {
        return SYSTEM.equals(pod.getNamespace())
                && pod.getLabels() != null
                && "control-plane".equals(pod.getLabels().get("tier"));
    }

    private static Map<String, Object> readiness(GenericKubernetesResource pod) {
        return new Tree(pod.getAdditionalProperties())
                .items("status", "conditions").stream()
                        .filter(condition -> condition.textOrEmpty("type").equals("Ready"))
                        .findFirst()
                        .map(ready -> Map.<String, Object>of(
                                "conditions", List.of(Map.of("type", "Ready", "status", ready.textOrEmpty("status")))))
                        .orElse(Map.of());
    }

    private static Object merged(Object one, Object other) {
        Map<Object, Object> both = new HashMap<>((Map<?, ?>) one);
        both.putAll((Map<?, ?>) other);
        return Map.copyOf(both);
    }

    private static Map<String, Object> metadata(Source source, boolean ours, ObjectMeta meta) {
        Map<String, Object> kept = new TreeMap<>();
        kept.put("name", meta.getName());
        if (meta.getNamespace() != null) {
            kept.put("namespace", meta.getNamespace().intern());
        }
        switch (source) {
            case NODES -> {
                put(kept, "labels", texts(meta.getLabels(), label -> true));
                put(kept, "annotations", texts(meta.getAnnotations(), NODE_ANNOTATIONS::contains));
            }
            case CONFIG_MAPS, DAEMON_SETS, DEPLOYMENTS, SERVICE_RANGES -> {
                put(kept, "labels", texts(meta.getLabels(), label -> true));
                put(kept, "annotations", texts(meta.getAnnotations(), name -> !NOTES.contains(name)));
                Optional.ofNullable(meta.getGeneration())
                        .ifPresent(number -> kept.put("generation", number.intValue()));
                Optional.ofNullable(meta.getDeletionTimestamp()).ifPresent(time -> kept.put("deletionTimestamp", time));
            }
            case SERVICES, PODS -> {
                if (ours) {
                    put(kept, "labels", texts(meta.getLabels(), label -> true));
                    Optional.ofNullable(meta.getDeletionTimestamp())
                            .ifPresent(time -> kept.put("deletionTimestamp", time));
                }
            }
            default -> {}
        }
        if (source == Source.CONFIG_MAPS) {
            managers(meta).ifPresent(managers -> kept.put("managedFields", managers));
        }
        return Map.copyOf(kept);
    }

    private static Optional<List<Map<String, String>>> managers(ObjectMeta meta) {
        return Optional.ofNullable(meta.getManagedFields())
                .map(fields -> fields.stream()
                        .map(ManagedFieldsEntry::getManager)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(manager -> Map.of("manager", manager))
                        .toList())
                .filter(managers -> !managers.isEmpty());
    }

    private static void put(Map<String, Object> kept, String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            kept.put(key, texts);
        }
    }

    /** Thousands of objects have the same texts. */
    private static Map<String, String> texts(@Nullable Map<String, String> whole, Predicate<String> wanted) {
        Map<String, String> kept = new TreeMap<>();
        if (whole != null) {
            whole.forEach((key, text) -> {
                if (wanted.test(key)) {
                    kept.put(key.intern(), Objects.requireNonNullElse(text, "").intern());
                }
            });
        }
        return Map.copyOf(kept);
    }
}
