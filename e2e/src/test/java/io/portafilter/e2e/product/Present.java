package io.portafilter.e2e.product;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Material that lies beside the project and need not be on every machine. */
public final class Present {
    private Present() {}

    /** Goes on if this folder is there; else says so loudly, and skips the test. */
    public static void orSkip(String what, Path folder) {
        if (!Files.isDirectory(folder)) {
            String message = "NOT RUN: " + what + " is missing, there is no folder "
                    + folder.toAbsolutePath().normalize();
            System.err.println(message);
            Assumptions.abort(message);
        }
    }
}
