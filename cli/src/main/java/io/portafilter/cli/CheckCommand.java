package io.portafilter.cli;

import io.portafilter.cli.report.Problems;
import io.portafilter.cli.report.Words;
import io.portafilter.flags.CompilerFlags;
import io.portafilter.snapshot.Severity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code portafilter check}: what is wrong with a folder of manifests. */
@Command(
        name = "check",
        description = "Prints what is wrong with manifests, each with its place and what happens because of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no finding of severity ERROR",
            "1:at least one finding of severity ERROR, or the command failed",
            "2:the command line is wrong"
        })
final class CheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final CompilerFlags flags = CompilerFlags.forFolder();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Lines for people, or one JSON array; default: text")
    private Format format = Format.TEXT;

    /** How findings are printed. */
    enum Format {
        TEXT,
        JSON
    }

    CheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Compiled compiled = Compiled.of(input.source(shell), flags.options());
        Problems problems = compiled.problems();
        switch (format) {
            case JSON -> shell.out().println(problems.json());
            case TEXT -> {
                problems.list().forEach(shell.out()::println);
                shell.out()
                        .println(Words.count(compiled.reading().files(), "file") + ", "
                                + Words.count(compiled.reading().objects(), "object") + ": " + problems.summary());
            }
        }
        return problems.count(Severity.ERROR) > 0 ? ExitCode.ERROR : ExitCode.FINE;
    }
}
