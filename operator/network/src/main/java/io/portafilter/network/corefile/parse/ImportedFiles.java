package io.portafilter.network.corefile.parse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Imports from a map of files, such as the keys of a ConfigMap under the path of its mount.
 *
 * @param texts by absolute path
 */
public record ImportedFiles(Map<String, String> texts) implements Imports {
    /** Copies the map. */
    public ImportedFiles {
        texts = Map.copyOf(texts);
    }

    /** No files at all. */
    public static ImportedFiles none() {
        return new ImportedFiles(Map.of());
    }

    @Override
    public List<ImportedFile> find(String path) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .filter(file -> matches(path, file.getKey()))
                        .map(file -> new ImportedFile(file.getKey(), file.getValue()))
                        .toList();
    }

    /** Go's filepath.Match without classes: a star never crosses a slash. */
    static boolean matches(String pattern, String path) {
        String[] patterns = pattern.split("/", -1);
        String[] parts = path.split("/", -1);
        if (patterns.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!matchesPart(patterns[i], parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesPart(String pattern, String part) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return sameLength(pattern, part);
        }
        int tail = pattern.length() - star - 1;
        return part.length() >= star + tail
                && sameLength(pattern.substring(0, star), part.substring(0, star))
                && sameLength(pattern.substring(star + 1), part.substring(part.length() - tail));
    }

    private static boolean sameLength(String pattern, String part) {
        if (pattern.length() != part.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (pattern.charAt(i) != '?' && pattern.charAt(i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
