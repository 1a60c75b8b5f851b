package io.portafilter.cli;

import io.portafilter.cli.serve.Serve;
import io.portafilter.cli.serve.ServeOptions;
import io.portafilter.cli.serve.StateFolders;
import io.portafilter.flags.CompilerFlags;
import io.portafilter.snapshot.folder.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code portafilter serve}: a folder of manifests to a serving proxy. */
@Command(
        name = "serve",
        description = {
            "Serves the Ingresses of a folder. Changes in it are live; SIGTERM and Ctrl-C let requests end first.",
            "",
            "For example, with echo servers as backends:",
            "  portafilter serve --demo examples/shop"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:it could not start", "2:the command line is wrong", "143, 130:ended by SIGTERM, by Ctrl-C"})
final class ServeCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Input input = new Input();

    @Option(names = "--http-port", paramLabel = "PORT", description = "Port for HTTP; default: ${DEFAULT-VALUE}")
    private int httpPort = 8080;

    @Option(names = "--https-port", paramLabel = "PORT", description = "Port for HTTPS; default: ${DEFAULT-VALUE}")
    private int httpsPort = 8443;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "Address to serve on, may be given several times; default: 127.0.0.1 and ::1, so this machine"
                    + " only. 0.0.0.0 or :: serve everybody")
    private List<InetAddress> bind = Loopback.addresses();

    @Option(
            names = {"--admin-port", "--healthz-port"},
            paramLabel = "PORT",
            description = "Port for /status, /metrics and /healthz; default: ${DEFAULT-VALUE}")
    private int adminPort = 10254;

    @Option(
            names = {"--admin-bind", "--healthz-host"},
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "Address of that port; default: 127.0.0.1")
    private InetAddress adminBind = InetAddress.ofLiteral("127.0.0.1");

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keeps the last valid texts of what is invalid, for a restart; default: a folder below"
                    + " $XDG_STATE_HOME or ~/.local/state, none for standard input")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--demo", description = "Echo servers answer on the loopback endpoints of EndpointSlices")
    private boolean demo;

    @Mixin
    private final CompilerFlags flags = CompilerFlags.forFolder();

    ServeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Serve serve = start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(serve::close));
        shell.out().print(serve.announcement());
        serve.await();
        return ExitCode.FINE;
    }

    /** Starts it without waiting for its end. */
    Serve start() throws IOException {
        Source source = input.source(shell);
        return Serve.start(new ServeOptions(
                source,
                bind,
                httpPort,
                httpsPort,
                new InetSocketAddress(adminBind, adminPort),
                state.or(() -> defaultState(source)),
                demo,
                flags.options(),
                shell.out(),
                VersionText.release()));
    }

    private Optional<Path> defaultState(Source source) {
        return switch (source) {
            case Source.Files files ->
                StateFolders.of(files.root(), shell.environment()).filter(this::canBeMade);
            case Source.Stream _ -> Optional.empty();
        };
    }

    /** Nobody asked for this folder, so serving goes on without it. */
    private boolean canBeMade(Path folder) {
        try {
            Files.createDirectories(folder);
            return true;
        } catch (IOException e) {
            shell.err()
                    .println("portafilter: no state is kept, because " + folder
                            + " cannot be made; name another folder with --state");
            return false;
        }
    }
}
