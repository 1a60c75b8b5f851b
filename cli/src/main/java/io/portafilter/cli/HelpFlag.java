package io.portafilter.cli;

import picocli.CommandLine.Option;

/** The flag that every command has. */
final class HelpFlag {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text")
    @SuppressWarnings("UnusedVariable") // only picocli asks
    private boolean asked;
}
