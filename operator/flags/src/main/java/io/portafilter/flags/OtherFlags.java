package io.portafilter.flags;

import io.portafilter.compiler.catalogue.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The flags of ingress-nginx that a process does not obey: it takes them, so that nobody has to change a manifest, and says of each that
 * is given why it does nothing. A flag that nobody knows is refused.
 */
public final class OtherFlags {
    /** Whoever has no such flag has no version of its own either. */
    private static final String VERSION = "--version";

    private final Set<String> taken = new HashSet<>();

    /**
     * What is to be said of a flag that was given.
     *
     * @param level WARN where something that was asked for does not happen
     */
    public record Note(Level level, String text) {}

    /** Adds to the command whatever it does not know itself, and makes its errors name the nearest flag. */
    public void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        // As in Go: of a flag that is given twice, the last one counts.
        command.setOverwrittenOptionsAllowed(true);
        for (Flag flag : FlagCatalogue.BY_NAME.values()) {
            if (!spec.optionsMap().containsKey(flag.name()) && !flag.name().equals(VERSION)) {
                taken.add(flag.name());
                spec.addOption(option(flag));
            }
        }
        command.setParameterExceptionHandler((exception, arguments) -> {
            CommandLine failed = exception.getCommandLine();
            failed.getErr().println(message(exception, failed.getCommandSpec()));
            failed.getErr().println("Try --help.");
            return CommandLine.ExitCode.USAGE;
        });
    }

    /** As Go's flags are: those that are true or false need no value, all others do. */
    private static OptionSpec option(Flag flag) {
        Set<String> names = new TreeSet<>(List.of(flag.name(), flag.name().replace('_', '-')));
        OptionSpec.Builder option =
                OptionSpec.builder(names.toArray(String[]::new)).hidden(true);
        return flag.isBoolean()
                ? option.arity("0..1")
                        .type(boolean.class)
                        .fallbackValue("true")
                        .converters(new GoBoolean())
                        .build()
                : option.arity("1").type(String.class).build();
    }

    private static String message(CommandLine.ParameterException exception, CommandSpec spec) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().getFirst();
            String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
            if (name.startsWith("-")) {
                Set<String> known = new TreeSet<>(spec.optionsMap().keySet());
                return "There is no flag " + name
                        + Nearest.to(name, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(".");
            }
        }
        return String.valueOf(exception.getMessage());
    }

    /** What is to be said of the flags that were given, sorted by name. */
    public List<Note> notes(ParseResult parsed) {
        List<Note> notes = new ArrayList<>();
        Set<String> given = parsed.matchedOptions().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(taken::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : given) {
            Optional.ofNullable(FlagCatalogue.BY_NAME.get(name)).ifPresent(flag -> notes.add(note(flag)));
        }
        return notes;
    }

    private static Note note(Flag flag) {
        return switch (flag.fate()) {
            case Fate.Pointless(var why) -> new Note(Level.INFO, flag.name() + " has no effect: " + why);
            case Fate.Later(var meanwhile) ->
                new Note(Level.WARN, flag.name() + " is not built yet and has no effect: " + meanwhile);
            case Fate.Obeyed obeyed ->
                new Note(
                        Level.WARN,
                        flag.name() + " has no effect here: it is for "
                                + obeyed.by().stream()
                                        .filter(other -> other != Role.FOLDER)
                                        .sorted()
                                        .map(Role::words)
                                        .collect(Collectors.joining(" and ")));
        };
    }
}
