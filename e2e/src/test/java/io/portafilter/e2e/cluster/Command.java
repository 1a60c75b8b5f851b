package io.portafilter.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the machine. */
public final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private Command() {}

    /** Runs a program to its end and gives what it printed; one that fails is an error that tells it. */
    public static String run(List<String> line) {
        try {
            Path printed = Files.createTempFile("command", ".txt");
            try {
                return run(line, printed);
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String run(List<String> line, Path printed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        String text = Files.readString(printed);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", line) + " ended with " + code + ": " + text);
        }
        return text;
    }

    /** Runs a script of e2e/cluster: only for the cluster that those made. */
    public static String script(String name, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(project().resolve("e2e/cluster").resolve(name).toString());
        line.addAll(List.of(arguments));
        return run(line);
    }

    /** The project's folder. */
    static Path project() {
        return Path.of(System.getProperty("project.dir", "..")).toAbsolutePath();
    }
}
