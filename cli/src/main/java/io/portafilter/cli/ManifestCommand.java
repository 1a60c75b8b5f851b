package io.portafilter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portafilter manifest}: the objects that lead a host to an address. */
@Command(
        name = "manifest",
        description = {
            "Prints an Ingress, a Service and an EndpointSlice that lead a host to an address.",
            "",
            "A development server under a name of its own:",
            "  portafilter manifest app.localhost localhost:3000 | portafilter serve -"
        })
final class ManifestCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "HOST[/PATH]",
            description = "Host and path prefix, for example app.localhost or shop.example.com/wear")
    private String place = "";

    @Parameters(
            paramLabel = "ADDRESS:PORT",
            description = "An IP address, localhost (which is 127.0.0.1), or a DNS name; IPv6 in brackets: [::1]:3000")
    private String target = "";

    ManifestCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try {
            shell.out().print(ManifestText.of(ManifestPlace.parse(place), ManifestTarget.parse(target)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return ExitCode.FINE;
    }
}
