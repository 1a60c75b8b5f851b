package io.portafilter.proxy.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main class of the proxy's image. */
@Command(
        name = "portafilter-proxy",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Serves what an operator sends, and keeps it on its own disk for a restart without any operator.",
            "SIGTERM ends it without failing a request."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended by SIGTERM or Ctrl-C", "1:it could not start", "2:the command line is wrong"})
public final class ProxyCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Mixin
    private final StreamFlags stream = new StreamFlags();

    @Mixin
    private final ListenFlags listen = new ListenFlags();

    @Mixin
    private final ShutdownFlags shutdown = new ShutdownFlags();

    @Mixin
    private final MetricsFlags metrics = new MetricsFlags();

    private final Map<String, String> environment;

    ProxyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs until it is told to end. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/portafilter/proxy/daemon/logback.xml");
        }
        // Another replica of the operator, or a name's new address, is to be found within seconds, not half a minute.
        Security.setProperty("networkaddress.cache.ttl", "5");
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /**
     * The command line, ready to be executed.
     *
     * @param environment the process's variables
     */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine command = new CommandLine(new ProxyCommand(environment))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                // As in ingress-nginx: of a flag that is given twice, the last one counts.
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpAutoWidth(true);
        return command.setExecutionExceptionHandler((exception, failed, parsed) -> {
            failed.getErr().println("portafilter-proxy: " + sentence(exception));
            return FAILED;
        });
    }

    private static String sentence(Exception exception) {
        Throwable cause = exception instanceof UncheckedIOException ? exception.getCause() : null;
        Throwable told = cause == null ? exception : cause;
        String message = told.getMessage();
        return message == null ? told.toString() : message;
    }

    DaemonOptions options() throws IOException {
        return new DaemonOptions(
                stream.options(),
                stream.stateFolder(),
                listen.http(),
                listen.https(),
                listen.admin(),
                listen.healthCheckPath(),
                metrics.labels(environment),
                metrics.options(),
                shutdown.pace(),
                VersionText.release());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Daemon daemon = Daemon.start(options());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("portafilter-end").unstarted(() -> {
                    daemon.end();
                    // A process that did what it was told is no failure: not 143.
                    Runtime.getRuntime().halt(0);
                }));
        daemon.await();
        return 0;
    }
}
