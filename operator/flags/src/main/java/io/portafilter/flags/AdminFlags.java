package io.portafilter.flags;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags of the port for health and metrics. */
public final class AdminFlags {
    @Option(
            names = "--healthz-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Admin port, for health and metrics; default: ${DEFAULT-VALUE}")
    private int port = 10254;

    @Option(
            names = "--healthz-host",
            paramLabel = "ADDRESS",
            description = "Address of the admin port; default: every one")
    private String host = "";

    @Option(
            names = "--health-check-path",
            paramLabel = "PATH",
            description = "Path of the health check; default: ${DEFAULT-VALUE}")
    private String path = "/healthz";

    @Option(
            names = "--enable-metrics",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "Serve /metrics on the admin port; default here: ${DEFAULT-VALUE}")
    private boolean metrics = true;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** {@code --healthz-host} and {@code --healthz-port}. */
    public InetSocketAddress address() {
        try {
            return host.isEmpty()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.ofLiteral(host), port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--healthz-host is \"" + host + "\", but must be an IP address", e);
        }
    }

    /** {@code --health-check-path}. */
    public String healthCheckPath() {
        if (!path.startsWith("/")) {
            throw new ParameterException(
                    spec.commandLine(), "--health-check-path: \"" + path + "\" does not begin with a slash");
        }
        return path;
    }

    /** {@code --enable-metrics}. */
    public boolean metrics() {
        return metrics;
    }
}
