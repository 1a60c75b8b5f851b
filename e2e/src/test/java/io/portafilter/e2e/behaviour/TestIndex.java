package io.portafilter.e2e.behaviour;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tests of the whole source tree, found by reading files: no module of this project is on another one's test class path.
 *
 * @param methods names of test methods by the simple name of the file's class; methods of nested classes count as their file's
 * @param files names of all files below {@code src/test/resources}
 * @param oracle the recorded requests that are replayed
 */
record TestIndex(Map<String, Set<String>> methods, Set<String> files, OracleIndex oracle) {
    private static final Pattern TEST_METHOD =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\\b"
                    + "[\\s\\S]*?\\s(\\w+)\\s*\\([\\w\\s<>?,.@\\[\\]]*\\)\\s*(?:throws\\s+[\\w\\s,.]+)?\\{");
    private static final Set<String> PASSED_OVER = Set.of("target", ".git", "main");

    /** Reads the tree below {@code root}. */
    static TestIndex read(Path root, OracleIndex oracle) throws IOException {
        TestIndex index = new TestIndex(new HashMap<>(), new HashSet<>(), oracle);
        Files.walkFileTree(root, index.collector(root));
        return index;
    }

    boolean hasMethod(String type, String name) {
        return methods.getOrDefault(type, Set.of()).contains(name);
    }

    boolean hasGolden(String name) {
        return files.contains(name + ".in.yaml") && files.contains(name + ".out.yaml");
    }

    private SimpleFileVisitor<Path> collector(Path root) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // Below the root only: a checkout may itself be called like a folder that is passed over.
                return !folder.equals(root)
                                && PASSED_OVER.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    addMethods(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                } else {
                    files.add(name);
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private void addMethods(String type, String source) {
        Matcher matcher = TEST_METHOD.matcher(source);
        while (matcher.find()) {
            methods.computeIfAbsent(type, _ -> new HashSet<>()).add(matcher.group(1));
        }
    }
}
