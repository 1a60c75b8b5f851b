package io.portafilter.cli;

import io.portafilter.operator.report.ReportCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command of which all others are subcommands. */
@Command(
        name = "portafilter",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Serves Kubernetes Ingresses from a folder of manifests, without a cluster.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:there are findings of severity ERROR, or the command failed",
            "2:the command line is wrong"
        },
        footer = {"", "Begin with:  portafilter serve --demo examples/shop"})
final class Portafilter implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Portafilter() {}

    /** Runs one command line; the exit code. */
    static int run(Shell shell, String... arguments) {
        CommandLine command = new CommandLine(new Portafilter())
                .addSubcommand(new ServeCommand(shell))
                .addSubcommand(new CheckCommand(shell))
                .addSubcommand(new ExplainCommand(shell))
                .addSubcommand(new ManifestCommand(shell))
                .addSubcommand(new ReportCommand())
                .addSubcommand(new NetworkCommand(shell))
                .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    shell.err().println("portafilter: " + Failure.sentence(exception));
                    return ExitCode.ERROR;
                });
        command.getSubcommands().values().forEach(subcommand -> subcommand.addMixin("help", new HelpFlag()));
        new ControllerFlags(shell).takenBy(command, "serve", "check", "explain");
        return command.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? One of serve, check, explain, manifest, report and network.");
    }
}
