package io.portafilter.e2e.behaviour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of docs/behaviour.md, and what is wrong with them.
 *
 * @param rows in the order of the file
 * @param malformed lines that begin like a row and are none, with their number
 */
record BehaviourTable(List<Row> rows, List<String> malformed) {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+(?:\\.\\d+)?-[a-z0-9.-]+) \\| (.+?) \\| (.+?) \\|");

    /** Copies the lists. */
    BehaviourTable {
        rows = List.copyOf(rows);
        malformed = List.copyOf(malformed);
    }

    /** Reads the table rows out of Markdown; headings, header rows and prose are passed over. */
    static BehaviourTable parse(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher matcher = ROW.matcher(line);
            if (matcher.matches()) {
                rows.add(new Row(i + 1, matcher.group(1), matcher.group(2), Proof.parse(matcher.group(3))));
            } else if (line.startsWith("|") && !line.startsWith("| id |") && !line.startsWith("|---")) {
                malformed.add("line " + (i + 1) + ": not a row of id, statement and proof: " + line);
            }
        }
        return new BehaviourTable(rows, malformed);
    }

    /** What is wrong, one sentence each; empty when every row is proved or promised. */
    List<String> problems(TestIndex tests) {
        List<String> problems = new ArrayList<>(malformed);
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            if (!ids.add(row.id())) {
                problems.add(complaint(row, "this id stands on an earlier line"));
            }
            for (Proof proof : row.proofs()) {
                problem(proof, tests).forEach(text -> problems.add(complaint(row, text)));
            }
        }
        return problems;
    }

    private static List<String> problem(Proof proof, TestIndex tests) {
        return switch (proof) {
            case Proof.Later _ -> List.of();
            case Proof.Unknown(String text) -> List.of(text + " is neither a test nor `later (feature)`");
            case Proof.Method(String type, String name) ->
                tests.hasMethod(type, name) ? List.of() : List.of("no test " + type + "#" + name);
            case Proof.Golden(String name) ->
                tests.hasGolden(name) ? List.of() : List.of("no pair " + name + ".in.yaml, " + name + ".out.yaml");
            case Proof.Oracle(String name, int request) ->
                tests.oracle().asserts(name, request)
                        ? List.of()
                        : List.of("the replay asserts nothing of " + name + "/" + request);
        };
    }

    private static String complaint(Row row, String text) {
        return "line " + row.line() + ", " + row.id() + ": " + text;
    }
}
