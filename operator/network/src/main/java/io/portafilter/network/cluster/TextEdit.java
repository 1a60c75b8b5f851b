package io.portafilter.network.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets one value in a text of YAML or JSON and leaves every other byte as it is. The result is read back: it must say the same as
 * before but for that value, or there is none.
 */
public final class TextEdit {
    /** A value on its line, and the comment behind it. */
    private static final Pattern VALUE = Pattern.compile("\\s*(?:\"[^\"]*\"|'[^']*'|[^\"'#]*?)(\\s+#.*)?\\s*");

    private TextEdit() {}

    /**
     * The text with another value.
     *
     * @param text a mapping
     * @param path one key, or a key and one below it
     * @param value text, number or boolean; texts are written in quotes
     */
    public static Optional<String> set(String text, List<String> path, Object value) {
        Optional<Tree> before = TreeReader.value(text).filter(tree -> tree.value() instanceof Map<?, ?>);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String edited = text.stripLeading().startsWith("{") ? json(text, path, value) : yaml(text, path, value);
        Object wanted = with((Map<?, ?>) before.get().value(), path, value);
        return TreeReader.value(edited)
                .filter(tree -> tree.value().equals(wanted))
                .map(tree -> edited);
    }

    private static Map<Object, Object> with(Map<?, ?> tree, List<String> path, Object value) {
        Map<Object, Object> copy = new LinkedHashMap<>(tree);
        String key = path.getFirst();
        if (path.size() == 1) {
            copy.put(key, value);
        } else {
            Map<?, ?> inner = copy.get(key) instanceof Map<?, ?> map ? map : Map.of();
            copy.put(key, with(inner, path.subList(1, path.size()), value));
        }
        return copy;
    }

    private static String json(String text, List<String> path, Object value) {
        Matcher found = Pattern.compile(
                        "(\"" + Pattern.quote(path.getLast()) + "\"\\s*:\\s*)(\"[^\"]*\"|[-0-9.]+|true|false)")
                .matcher(text);
        return found.find() ? text.substring(0, found.start(2)) + written(value) + text.substring(found.end(2)) : text;
    }

    private static String yaml(String text, List<String> path, Object value) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int from = 0;
        int to = lines.size();
        String indent = "";
        for (String key : path) {
            int at = find(lines, key, indent, from, to);
            boolean last = key.equals(path.getLast());
            if (at < 0) {
                insert(lines, path.subList(path.indexOf(key), path.size()), indent, from, value);
                return String.join("\n", lines);
            }
            if (last) {
                lines.set(at, replaced(lines.get(at), indent + key + ":", value));
                return String.join("\n", lines);
            }
            from = at + 1;
            to = end(lines, from, indent);
            indent = childIndent(lines, from, to, indent);
        }
        return text;
    }

    /** The line with another value; a comment behind it stays. */
    private static String replaced(String line, String before, Object value) {
        Matcher parts = VALUE.matcher(line.substring(before.length()));
        String comment = parts.matches() ? Optional.ofNullable(parts.group(1)).orElse("") : "";
        return before + " " + written(value) + comment;
    }

    private static int find(List<String> lines, String key, String indent, int from, int to) {
        for (int i = from; i < to; i++) {
            if (lines.get(i).startsWith(indent + key + ":")) {
                return i;
            }
        }
        return -1;
    }

    private static int end(List<String> lines, int from, String indent) {
        int at = from;
        while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith(indent + " "))) {
            at++;
        }
        return at;
    }

    private static String childIndent(List<String> lines, int from, int to, String indent) {
        if (from >= to) {
            return indent + "  ";
        }
        String first = lines.get(from);
        return first.substring(0, first.length() - first.stripLeading().length());
    }

    private static void insert(List<String> lines, List<String> keys, String indent, int at, Object value) {
        List<String> added = new ArrayList<>();
        String deeper = indent;
        for (String key : keys) {
            boolean last = key.equals(keys.getLast());
            added.add(deeper + key + ":" + (last ? " " + written(value) : ""));
            deeper += "  ";
        }
        boolean inner = !indent.isEmpty();
        int end = lines.getLast().isEmpty() ? lines.size() - 1 : lines.size();
        lines.addAll(inner ? at : end, added);
    }

    private static String written(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}
