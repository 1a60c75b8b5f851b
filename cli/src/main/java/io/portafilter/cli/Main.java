package io.portafilter.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the JVM starts. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Shell shell = new Shell(System.in, utf8(System.out), utf8(System.err), System.getenv());
        System.exit(Portafilter.run(shell, arguments));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
