package io.portafilter.proxy.daemon;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where clients and probes come in; ingress-nginx's names and defaults (behaviour §18, §21). */
final class ListenFlags {
    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            converter = Addresses.Converter.class,
            description = "Address to serve clients on, may be given several times; default: all, IPv4 and IPv6")
    private List<InetAddress> bind = List.of();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = Addresses.PortConverter.class,
            description = "Port for HTTP; default: ${DEFAULT-VALUE}")
    private int httpPort = 80;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            converter = Addresses.PortConverter.class,
            description = "Port for HTTPS; default: ${DEFAULT-VALUE}")
    private int httpsPort = 443;

    @Option(
            names = "--healthz-port",
            paramLabel = "PORT",
            converter = Addresses.PortConverter.class,
            description = "Port for probes, metrics and /status; default: ${DEFAULT-VALUE}")
    private int healthzPort = 10254;

    @Option(
            names = "--healthz-host",
            paramLabel = "ADDRESS",
            converter = Addresses.Converter.class,
            description = "Address of that port; default: all")
    private Optional<InetAddress> healthzHost = Optional.empty();

    @Option(
            names = "--health-check-path",
            paramLabel = "PATH",
            description =
                    "Path that says whether requests should be sent here, beside /readyz; default: ${DEFAULT-VALUE}")
    private String healthCheckPath = "/healthz";

    List<InetSocketAddress> http() {
        return Addresses.of(bind, httpPort);
    }

    List<InetSocketAddress> https() {
        return Addresses.of(bind, httpsPort);
    }

    InetSocketAddress admin() {
        return new InetSocketAddress(healthzHost.orElseGet(Addresses::all), healthzPort);
    }

    String healthCheckPath() {
        return healthCheckPath;
    }
}
