package io.portafilter.cli;

import io.portafilter.cli.serve.Serve;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine;

/** {@code portafilter serve} inside another program, for example a test. */
public final class EmbeddedServe {
    private EmbeddedServe() {}

    /**
     * Starts it as the command line would; prints nothing and keeps no state unless {@code --state} says so.
     *
     * @param arguments those after {@code serve}: the folder and flags
     * @throws IOException if it cannot start
     * @throws IllegalArgumentException with a sentence, if the arguments are wrong
     */
    public static Serve start(String... arguments) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ServeCommand command = new ServeCommand(new Shell(InputStream.nullInputStream(), nowhere, nowhere, Map.of()));
        try {
            new CommandLine(command).parseArgs(arguments);
            return command.start();
        } catch (CommandLine.ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
