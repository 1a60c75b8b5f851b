package io.portafilter.cli.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run of one of the project's shell scripts came to.
 *
 * @param exitCode of the script
 * @param out standard output
 * @param err standard error
 */
record Script(int exitCode, String out, String err) {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** A file of the project. */
    static Path project(String file) {
        return PROJECT.resolve(file);
    }

    /** Runs a script with nothing in its environment but what is given. */
    static Script run(Path script, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("script", ".out");
            Path err = Files.createTempFile("script", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end within 30 seconds");
            }
            Script result = new Script(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a shell script that can be run. */
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "#!/bin/sh\n" + text + "\n", StandardCharsets.UTF_8);
            file.toFile().setExecutable(true);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that looks like the JDK of this version; its {@code java} prints how it was called. */
    static Path jdk(Path home, String version) {
        try {
            write(home.resolve("bin/javac"), "echo javac " + version);
            write(home.resolve("bin/java"), "echo java \"$@\"");
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
