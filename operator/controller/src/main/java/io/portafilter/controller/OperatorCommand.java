package io.portafilter.controller;

import io.portafilter.controller.watch.Clients;
import io.portafilter.flags.CompilerFlags;
import io.portafilter.flags.OtherFlags;
import io.portafilter.operator.report.ReportCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where the operator's process starts. */
@Command(
        name = "portafilter-operator",
        mixinStandardHelpOptions = true,
        versionProvider = ReleaseText.class,
        description = "Compiles the Ingresses of a cluster and serves the result to proxies.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended as it was asked to", "1:could not start, or failed", "2:the command line is wrong"})
public final class OperatorCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorCommand.class);
    private static final int FAILED = 1;

    @Mixin
    private final CompilerFlags compiler = CompilerFlags.forCluster();

    @Mixin
    private final ProcessFlags process = new ProcessFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, String> environment;
    private final OtherFlags others = new OtherFlags();

    OperatorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs until it is told to end. */
    public static void main(String[] arguments) {
        System.exit(run(
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(environment).setOut(out).setErr(err).execute(arguments);
    }

    /**
     * The command line, ready to be executed.
     *
     * @param environment the process's variables
     */
    public static CommandLine commandLine(Map<String, String> environment) {
        OperatorCommand operator = new OperatorCommand(environment);
        CommandLine command = new CommandLine(operator).addSubcommand(new ReportCommand());
        operator.others.addTo(command);
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    LOG.error("the operator failed", exception);
                    return FAILED;
                });
    }

    /** What the command line and the environment say. */
    OperatorOptions options() {
        return process.options(compiler.options(), environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        process.logLevel();
        others.notes(spec.commandLine().getParseResult())
                .forEach(note -> LOG.atLevel(note.level()).log(note.text()));
        OperatorOptions options = options();
        Clients clients = Clients.of(process.config());
        try (Termination termination = new Termination();
                IngressOperator operator = new IngressOperator(options, clients, ReleaseText.release())) {
            operator.start();
            termination.await();
            return 0;
        } catch (StartException e) {
            LOG.error("{}", e.getMessage());
            return FAILED;
        }
    }
}
