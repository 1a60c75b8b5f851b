package io.portafilter.network.rollout;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.check.Severity;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would be wrong with a cluster after a plan: the same checks, on the cluster as it would be.
 *
 * @param errors conflicts that break something
 * @param added those among them that are not there now
 */
public record Outlook(List<Conflict> errors, List<Conflict> added) {
    /** Copies the lists. */
    public Outlook {
        errors = List.copyOf(errors);
        added = List.copyOf(added);
    }

    /**
     * Looks ahead.
     *
     * @param now what is wrong at present
     */
    public static Outlook of(Observation seen, NetworkSetupSpec spec, Plan plan, List<Conflict> now) {
        List<Change> changes = Steps.applicable(plan);
        List<Conflict> errors = errors(changes.isEmpty() ? now : NetworkCheck.check(after(seen, changes), spec));
        List<Conflict> before = errors(now);
        return new Outlook(
                errors,
                errors.stream()
                        .filter(error -> before.stream().noneMatch(old -> isSame(old, error)))
                        .toList());
    }

    private static List<Conflict> errors(List<Conflict> conflicts) {
        return conflicts.stream()
                .filter(conflict -> conflict.kind().severity() == Severity.ERROR)
                .toList();
    }

    private static boolean isSame(Conflict one, Conflict other) {
        return one.kind() == other.kind() && one.objects().equals(other.objects());
    }

    private static Observation after(Observation seen, List<Change> changes) {
        List<ClusterObject> changed = changes.stream()
                .map(Change::object)
                .distinct()
                .flatMap(id -> seen.cluster().get(id.kind(), id.namespace(), id.name()).stream()
                        .map(object -> edited(object, changes)))
                .toList();
        List<ClusterObject> ranges = changes.stream()
                .filter(change -> change.object().kind().equals("ServiceCIDR"))
                .map(change -> range(change.object(), change.wanted()))
                .toList();
        return Observation.of(seen.cluster()
                .with(Stream.concat(changed.stream(), ranges.stream()).toList()));
    }

    private static ClusterObject edited(ClusterObject object, List<Change> changes) {
        Map<Object, Object> data = new LinkedHashMap<>();
        if (object.tree().at("data").value() instanceof Map<?, ?> texts) {
            data.putAll(texts);
        }
        changes.stream()
                .filter(change -> change.object().equals(object.id())
                        && object.id().kind().equals("ConfigMap"))
                .forEach(change -> data.put(change.field(), change.wanted()));
        Map<Object, Object> tree = new LinkedHashMap<>();
        if (object.tree().value() instanceof Map<?, ?> fields) {
            tree.putAll(fields);
        }
        if (!data.isEmpty()) {
            tree.put("data", data);
        }
        return new ClusterObject(object.id(), new Tree(tree));
    }

    private static ClusterObject range(ObjectId id, String ranges) {
        List<String> all = Optional.of(ranges).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList();
        return new ClusterObject(
                id,
                new Tree(Map.of(
                        "kind", id.kind(), "metadata", Map.of("name", id.name()), "spec", Map.of("cidrs", all))));
    }
}
