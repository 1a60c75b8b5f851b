package io.portafilter.network.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConflictsPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Za-z]+)` \\| (\\w+) \\| \\S", Pattern.MULTILINE);

    @Test
    void thePageListsEveryConflictWithItsSeverity() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("project.dir", "../.."), "docs/network/setup.md"));

        assertThat(ROW.matcher(page).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(ConflictKind.values())
                        .map(kind -> kind.id() + " " + kind.severity().word())
                        .toList());
    }
}
