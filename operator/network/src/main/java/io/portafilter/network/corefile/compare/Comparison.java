package io.portafilter.network.corefile.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares Corefiles. */
public final class Comparison {
    private static final int CONTEXT = 3;

    private Comparison() {}

    /** In what two meanings differ; empty where they are the same. */
    public static List<Difference> of(Meaning before, Meaning after) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(before.blocks().keySet());
        keys.addAll(after.blocks().keySet());
        for (String key : keys) {
            var mine = before.blocks().getOrDefault(key, List.of());
            var theirs = after.blocks().getOrDefault(key, List.of());
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                if (i >= mine.size() || i >= theirs.size()) {
                    differences.add(new Difference(
                            key,
                            "",
                            i < mine.size() ? all(mine.get(i)) : List.of(),
                            i < theirs.size() ? all(theirs.get(i)) : List.of()));
                } else {
                    differences.addAll(plugins(key, mine.get(i), theirs.get(i)));
                }
            }
        }
        if (!before.imports().equals(after.imports())) {
            differences.add(new Difference("", "import", List.of(before.imports()), List.of(after.imports())));
        }
        return differences;
    }

    private static List<List<String>> all(SortedMap<String, List<List<String>>> plugins) {
        return plugins.values().stream().flatMap(List::stream).toList();
    }

    private static List<Difference> plugins(
            String block, SortedMap<String, List<List<String>>> before, SortedMap<String, List<List<String>>> after) {
        List<Difference> differences = new ArrayList<>();
        SortedMap<String, List<List<String>>> names = new TreeMap<>(before);
        names.putAll(after);
        for (String name : names.keySet()) {
            List<List<String>> mine = before.getOrDefault(name, List.of());
            List<List<String>> theirs = after.getOrDefault(name, List.of());
            if (!mine.equals(theirs)) {
                differences.add(new Difference(block, name, mine, theirs));
            }
        }
        return differences;
    }

    /** A unified diff for people; empty where the texts are the same. */
    public static String diff(String nameBefore, String before, String nameAfter, String after) {
        List<String> first = before.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                nameBefore,
                nameAfter,
                first,
                DiffUtils.diff(first, after.lines().toList()),
                CONTEXT);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
