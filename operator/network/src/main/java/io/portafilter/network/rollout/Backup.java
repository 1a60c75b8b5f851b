package io.portafilter.network.rollout;

import io.portafilter.crds.schema.JsonText;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.cluster.Tree;
import io.portafilter.network.cluster.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The steps of an apply as a ConfigMap keeps them: {@code steps} says what is written where, {@code 1.before} and {@code 1.after} are the
 * texts of the first step, so that a person can put one back without any program of ours.
 */
public final class Backup {
    /** The largest ConfigMap that an API server takes is 1 MiB; some of it is metadata. Bytes. */
    public static final int MOST_BYTES = 1_000_000;

    private static final String STEPS = "steps";
    private static final String BEFORE = ".before";
    private static final String AFTER = ".after";

    private Backup() {}

    /** The ConfigMap's data. */
    public static SortedMap<String, String> data(List<Step> steps) {
        SortedMap<String, String> data = new TreeMap<>();
        List<Object> index = new ArrayList<>();
        for (Step step : steps) {
            int number = index.size() + 1;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("object", step.object().toString());
            entry.put("write", word(step));
            switch (step) {
                case Step.Corefile corefile -> entry.put("key", corefile.key());
                case Step.Text text -> entry.put("key", text.key());
                case Step.Restart _, Step.Range _ -> {}
            }
            data.put(number + BEFORE, step.before());
            data.put(number + AFTER, step.after());
            index.add(entry);
        }
        data.put(STEPS, JsonText.of(index).strip());
        return data;
    }

    /** How large data is, in bytes of UTF-8. */
    public static int bytes(Map<String, String> data) {
        return data.entrySet().stream()
                .mapToInt(entry -> (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** The steps again; nothing where the data is not ours. */
    public static Optional<List<Step>> steps(Map<String, String> data) {
        List<Step> steps = new ArrayList<>();
        for (Tree entry : new Tree(TreeReader.value(data.getOrDefault(STEPS, ""))
                        .map(Tree::value)
                        .orElse(List.of()))
                .items()) {
            Optional<Step> step = step(entry, steps.size() + 1, data);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(steps));
    }

    private static Optional<Step> step(Tree entry, int number, Map<String, String> data) {
        if (!data.containsKey(number + BEFORE) || !data.containsKey(number + AFTER)) {
            return Optional.empty(); // a text that is lost is no empty text: nothing may be written from it
        }
        ObjectId object = ObjectId.parse(entry.textOrEmpty("object"));
        String key = entry.textOrEmpty("key");
        String before = data.getOrDefault(number + BEFORE, "");
        String after = data.getOrDefault(number + AFTER, "");
        return switch (entry.textOrEmpty("write")) {
            case "corefile" -> Optional.of(new Step.Corefile(object, key, before, after));
            case "text" -> Optional.of(new Step.Text(object, key, before, after));
            case "restart" -> Optional.of(new Step.Restart(object, before, after));
            case "range" -> Optional.of(new Step.Range(object, before, after));
            default -> Optional.empty();
        };
    }

    private static String word(Step step) {
        return switch (step) {
            case Step.Corefile _ -> "corefile";
            case Step.Text _ -> "text";
            case Step.Restart _ -> "restart";
            case Step.Range _ -> "range";
        };
    }
}
