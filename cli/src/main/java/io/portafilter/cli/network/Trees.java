package io.portafilter.cli.network;

import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.explain.Resolution;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.plan.Change;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.spec.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same for programs. */
public final class Trees {
    private Trees() {}

    /** Values with their sources. */
    public static Map<String, Object> show(Observation seen, Wish wish, List<Conflict> conflicts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("distribution", seen.platform().distribution());
        tree.put("kubernetes", seen.platform().kubernetes());
        tree.put("nodes", seen.nodes().size());
        tree.put("sources", seen.readings().stream().map(Trees::reading).toList());
        tree.put("spec", RecordWriter.tree(wish.spec()));
        tree.put("proposed", wish.isProposed());
        tree.put("conflicts", conflicts.size());
        return tree;
    }

    private static Map<String, Object> reading(Reading reading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("topic", reading.topic().label());
        tree.put("value", reading.value());
        tree.put("object", reading.object());
        tree.put("field", reading.field());
        return tree;
    }

    /** Conflicts. */
    public static Map<String, Object> check(List<Conflict> conflicts) {
        return Map.of("conflicts", conflicts.stream().map(Trees::conflict).toList());
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", conflict.kind().id());
        tree.put("severity", conflict.kind().severity().word());
        tree.put("objects", conflict.objects());
        tree.put("message", conflict.message());
        tree.put("fix", conflict.fix());
        return tree;
    }

    /** A plan. */
    public static Map<String, Object> plan(Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hash", plan.hash());
        tree.put("refusals", plan.refusals());
        tree.put("changes", plan.changes().stream().map(Trees::change).toList());
        return tree;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("object", change.object().toString());
        tree.put("field", change.field());
        tree.put("live", change.live());
        tree.put("wanted", change.wanted());
        tree.put("risk", change.risk().name());
        tree.put("feasibility", change.feasibility().word());
        tree.put("drift", change.drift().name());
        tree.put("precondition", change.precondition());
        tree.put("verification", change.verification());
        tree.put("rollback", change.rollback());
        tree.put("steps", change.steps());
        return tree;
    }

    /** What becomes of a name. */
    public static Map<String, Object> resolution(Resolution resolution) {
        return Map.of(
                "search",
                resolution.search(),
                "nameserver",
                resolution.nameserver(),
                "tries",
                resolution.tries().stream()
                        .map(one ->
                                Map.of("name", one.name(), "serverBlock", one.serverBlock(), "answer", one.answer()))
                        .toList());
    }
}
