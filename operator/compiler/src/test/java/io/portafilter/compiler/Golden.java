package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file of the project; with {@code -Dgolden.update=true} it writes the file instead. */
public final class Golden {
    private Golden() {}

    /**
     * @param file path inside the project
     * @param actual what the file must hold
     */
    public static void check(String file, String actual) throws IOException {
        Path path = Path.of(System.getProperty("project.dir", ".")).resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
        }
        assertThat(actual)
                .as("%s: run with -Dgolden.update=true and look at the difference", file)
                .isEqualTo(Files.exists(path) ? Files.readString(path) : "");
    }
}
