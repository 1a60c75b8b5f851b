package io.portafilter.cli;

import io.portafilter.flags.OtherFlags;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * ingress-nginx's flags on commands that read a folder: the flags of a controller can be given as they are, and each that does nothing is
 * noted on standard error.
 */
final class ControllerFlags {
    private final Shell shell;
    private final Map<String, OtherFlags> others = new HashMap<>();

    ControllerFlags(Shell shell) {
        this.shell = shell;
    }

    /** Adds them to subcommands, by name. */
    void takenBy(CommandLine command, String... subcommands) {
        for (String name : subcommands) {
            OtherFlags flags = new OtherFlags();
            Optional.ofNullable(command.getSubcommands().get(name)).ifPresent(flags::addTo);
            others.put(name, flags);
        }
        command.setExecutionStrategy(parsed -> {
            note(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
    }

    private void note(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            ParseResult given = parsed.subcommand();
            Optional.ofNullable(others.get(given.commandSpec().name()))
                    .ifPresent(flags ->
                            flags.notes(given).forEach(note -> shell.err().println("portafilter: " + note.text())));
        }
    }
}
