package io.portafilter.e2e.laws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may know whom, read from the table in docs/architecture.md, so that the page and the law cannot drift apart. A package
 * knows what its row says and what those know.
 */
final class Plan {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String ABBREVIATION = "….";
    /** Words of the last column that speak of somebody else's code. */
    private static final Set<String> FOREIGN = Set.of("–", "", "Netty buffers");

    private final Map<String, Set<String>> knows = new LinkedHashMap<>();

    private Plan() {}

    /** Reads the table whose first column is called {@code folder}. */
    static Plan parse(String page) {
        List<Row> rows = new ArrayList<>();
        String module = "";
        for (String line : page.lines().filter(text -> text.startsWith("| ")).toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 6 || !cells[2].contains("`")) {
                continue;
            }
            module = first(cells[1]).orElse(module);
            for (String name : names(cells[2])) {
                rows.add(new Row(module, name, cells[4].strip()));
            }
        }
        Plan plan = new Plan();
        for (int i = 0; i < rows.size(); i++) {
            plan.knows.put(rows.get(i).name, Set.copyOf(known(rows, i)));
        }
        return plan;
    }

    /** All packages of the table. */
    Set<String> packages() {
        return knows.keySet();
    }

    /** Everything that a package may know, itself included. */
    Set<String> reach(String name) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(knows.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private static Optional<String> first(String cell) {
        Matcher code = CODE.matcher(cell);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** {@code `….proxy.tls`, `.transport`} are two packages: a name that starts with a dot stands beside the one before. */
    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        CODE.matcher(cell).results().map(found -> found.group(1)).forEach(text -> {
            if (text.startsWith(ABBREVIATION)) {
                names.add(House.ROOT + "." + text.substring(ABBREVIATION.length()));
            } else if (text.startsWith(".")) {
                String before = names.getLast();
                names.add(before.substring(0, before.lastIndexOf('.')) + text);
            } else {
                names.add(text);
            }
        });
        return names;
    }

    private static List<String> known(List<Row> rows, int index) {
        Row row = rows.get(index);
        return Stream.of(row.knows.split(","))
                .map(String::strip)
                .filter(word -> !FOREIGN.contains(word))
                .flatMap(word -> switch (word) {
                    case "everything below" -> siblings(rows.subList(index + 1, rows.size()), row.module);
                    case "all of the above" -> siblings(rows.subList(0, index), row.module);
                    default -> Stream.of(resolve(rows, row, word));
                })
                .toList();
    }

    private static Stream<String> siblings(List<Row> rows, String module) {
        return rows.stream().filter(row -> row.module.equals(module)).map(Row::name);
    }

    /** The nearest package of this last name: beside or below the one that speaks, else at the root. */
    private static String resolve(List<Row> rows, Row speaker, String word) {
        for (String base = speaker.name; base.startsWith(House.ROOT); base = base.substring(0, base.lastIndexOf('.'))) {
            String candidate = base + "." + word;
            if (rows.stream().anyMatch(row -> row.name.equals(candidate))) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("docs/architecture.md: " + speaker.name + " knows \"" + word
                + "\", but no row describes such a package; add the row or mend the word");
    }

    private record Row(String module, String name, String knows) {}
}
