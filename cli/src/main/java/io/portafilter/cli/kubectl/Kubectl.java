package io.portafilter.cli.kubectl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs kubectl as whoever started us would: with their configuration, their login and their rights.
 *
 * @param program the executable
 * @param options which go before every command, such as {@code --context=test}
 * @param environment variables that it sees
 * @param limit how long one command may take, a login included
 * @param told gets at once what it says on standard error beside errors, such as how to log in
 */
public record Kubectl(
        Path program, List<String> options, Map<String, String> environment, Duration limit, Consumer<String> told) {
    /** Copies the collections. */
    public Kubectl {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** Finds it as a shell would. */
    public static Optional<Path> find(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a command; never waits longer than the limit.
     *
     * @throws IOException if it cannot be started, or does not end in time
     */
    public Reply run(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(options);
        line.addAll(arguments);
        // whoever has to log in may be asked something
        ProcessBuilder builder = new ProcessBuilder(line).redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (ReplyReader reader = new ReplyReader(process, told)) {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it gave no answer within " + limit.toSeconds() + " s");
            }
            return new Reply(process.exitValue(), reader.out().toString(StandardCharsets.UTF_8), reader.errors());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
