package io.portafilter.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command line came to.
 *
 * @param exitCode of the command
 * @param out standard output
 * @param err standard error
 */
public record Cli(int exitCode, String out, String err) {
    /** Runs a command in this process, with nothing on standard input. */
    public static Cli run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Runs a command in this process with this text on standard input. */
    public static Cli runWithInput(String input, String... arguments) {
        return run(input, Map.of(), arguments);
    }

    /** Runs a command in this process with these variables of the environment. */
    public static Cli runIn(Map<String, String> environment, String... arguments) {
        return run("", environment, arguments);
    }

    private static Cli run(String input, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
        int exitCode = Portafilter.run(shell, arguments);
        return new Cli(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
