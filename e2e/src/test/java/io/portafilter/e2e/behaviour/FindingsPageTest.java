package io.portafilter.e2e.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/findings.md against the ids that stand in the source. */
final class FindingsPageTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir"));

    /** An id where a finding or a complaint is made: the first text of the call, after at most four other arguments. */
    private static final Pattern MADE = Pattern.compile(
            "(?:new (?:Finding|Complaint|Problem|Unreadable)"
                    + "|\\b(?:finding|note|reject|rejectForeign|error|add|complain))\\(\\s*(?:(?:[\\w().]+|\"\"),\\s*){0,4}\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern LISTED = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void thePageListsEachIdThatIsMadeAndNoOther() throws IOException {
        SortedSet<String> made = new TreeSet<>();
        for (String module : new String[] {"operator", "cli", "ingress-proxy"}) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module))) {
                for (Path file : files.filter(FindingsPageTest::isMainSource).toList()) {
                    made.addAll(all(MADE, Files.readString(file)));
                }
            }
        }

        assertThat(all(LISTED, Files.readString(PROJECT.resolve("docs/findings.md"))))
                .hasSizeGreaterThan(30)
                .isEqualTo(made);
    }

    private static boolean isMainSource(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("src/main/java");
    }

    private static SortedSet<String> all(Pattern pattern, String text) {
        SortedSet<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }
}
