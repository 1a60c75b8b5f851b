package io.portafilter.proxy.routing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one host: an exact path beats every prefix, then the longest prefix wins (behaviour §2.1).
 *
 * <p>Prefixes lie in an array in which a slash sorts before every other character, so that everything below a prefix follows it
 * without a gap. The prefixes that cover a path are then the last one that does not sort behind it, or that one's ancestors:
 *
 * <pre>
 *   /            parent of all
 *   /foo         parent of /foo/a
 *   /foo/a
 *   /foo-bar     child of /, not of /foo
 * </pre>
 *
 * @param <R> what a route is
 */
public final class PathTable<R> {
    private final Map<String, PathRule<R>> exact = new HashMap<>();
    private final Map<String, PathRule<R>> slashMissing = new HashMap<>();
    private final List<PathRule<R>> prefixes;
    private final String[] prefixPaths;
    private final int[] parents;

    /**
     * A table of these rules.
     *
     * @throws IllegalArgumentException if two rules have the same pattern
     */
    public PathTable(List<PathRule<R>> rules) {
        for (PathRule<R> rule : rules) {
            PathRule<R> before = switch (rule.pattern()) {
                case PathPattern.Exact(String path) -> exact.put(path, rule);
                case PathPattern.SlashMissing missing -> slashMissing.put(missing.withoutSlash(), rule);
                case PathPattern.Prefix _ -> null;
            };
            if (before != null) {
                throw twice(rule);
            }
        }
        prefixes = rules.stream()
                .filter(rule -> rule.pattern() instanceof PathPattern.Prefix)
                .sorted((a, b) -> compare(a.pattern().path(), b.pattern().path()))
                .toList();
        prefixPaths = prefixes.stream().map(rule -> rule.pattern().path()).toArray(String[]::new);
        for (int i = 1; i < prefixPaths.length; i++) {
            if (prefixPaths[i].equals(prefixPaths[i - 1])) {
                throw twice(prefixes.get(i));
            }
        }
        parents = parents();
    }

    private static IllegalArgumentException twice(PathRule<?> rule) {
        return new IllegalArgumentException("two rules for " + rule.pattern());
    }

    private int[] parents() {
        int[] result = new int[prefixPaths.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < result.length; i++) {
            while (!open.isEmpty() && !prefixes.get(open.peek()).pattern().matches(prefixPaths[i])) {
                open.pop();
            }
            result[i] = open.isEmpty() ? -1 : open.peek();
            open.push(i);
        }
        return result;
    }

    /** The rules, in no order that means anything. */
    List<PathRule<R>> rules() {
        return Stream.of(exact.values(), prefixes, slashMissing.values())
                .flatMap(Collection::stream)
                .toList();
    }

    /** The rule that takes this path, or null. */
    @Nullable
    PathRule<R> find(String path) {
        PathRule<R> whole = exact.isEmpty() ? null : exact.get(path);
        if (whole != null) {
            return whole;
        }
        int prefix = longestPrefix(path);
        boolean isWholePath = prefix >= 0 && prefixPaths[prefix].length() == path.length();
        if (!isWholePath && !slashMissing.isEmpty()) {
            PathRule<R> redirect = slashMissing.get(path);
            if (redirect != null) {
                return redirect;
            }
        }
        return prefix < 0 ? null : prefixes.get(prefix);
    }

    private int longestPrefix(String path) {
        int place = Arrays.binarySearch(prefixPaths, path, PathTable::compare);
        if (place >= 0) {
            return place;
        }
        int candidate = -place - 2;
        if (candidate < 0) {
            return -1;
        }
        int common = commonLength(prefixPaths[candidate], path);
        while (candidate >= 0 && !covers(prefixPaths[candidate], path, common)) {
            candidate = parents[candidate];
        }
        return candidate;
    }

    private static boolean covers(String prefix, String path, int common) {
        return prefix.length() <= common && PathPattern.Prefix.endsAnElement(prefix, path);
    }

    private static int compare(String a, String b) {
        int common = commonLength(a, b);
        if (common == a.length() || common == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        return Integer.compare(weight(a.charAt(common)), weight(b.charAt(common)));
    }

    private static int weight(char c) {
        return c == '/' ? -1 : c;
    }

    private static int commonLength(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return end;
    }
}
