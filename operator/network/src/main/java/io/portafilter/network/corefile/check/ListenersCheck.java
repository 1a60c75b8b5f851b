package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.plugin.Health;
import io.portafilter.network.corefile.plugin.Plugin;
import io.portafilter.network.corefile.plugin.Prometheus;
import io.portafilter.network.corefile.plugin.Ready;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ports are the process's, not a server block's. */
final class ListenersCheck implements Check {
    /** A listener; several of a shared kind may use one address. */
    private record Listener(Server server, String plugin, int line, HostPort address, boolean shared) {
        boolean clashes(Listener other) {
            return address.port().equals(other.address.port())
                    && !(shared && plugin.equals(other.plugin))
                    && (anywhere() || other.anywhere() || host().equals(other.host()));
        }

        private boolean anywhere() {
            return address.host().isEmpty()
                    || Address.parse(address.host()).map(Address::isUnspecified).orElse(false);
        }

        private String host() {
            return address.host().equals("localhost") ? "127.0.0.1" : address.host();
        }
    }

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        List<Listener> listeners = new ArrayList<>();
        for (Server server : servers) {
            for (Plugin plugin : server.plugins().plugins()) {
                listener(server, plugin).ifPresent(listener -> {
                    listeners.stream()
                            .filter(listener::clashes)
                            .findFirst()
                            .ifPresent(other -> problems.accept(clash(listener, other)));
                    names(servers, listener).ifPresent(problems);
                    listeners.add(listener);
                });
            }
        }
    }

    private static Optional<Listener> listener(Server server, Plugin plugin) {
        return switch (plugin) {
            case Health health -> listener(server, "health", health.line(), health.listens(), false);
            case Ready ready -> listener(server, "ready", ready.line(), ready.listens(), true);
            case Prometheus metrics -> listener(server, "prometheus", metrics.line(), metrics.listens(), true);
            default -> Optional.empty();
        };
    }

    private static Optional<Listener> listener(Server server, String plugin, int line, String address, boolean shared) {
        return HostPort.parse(address).map(split -> new Listener(server, plugin, line, split, shared));
    }

    private static Problem clash(Listener listener, Listener other) {
        return listener.server.problem(
                Rule.PORT_CLASH,
                listener.line,
                listener.plugin,
                listener.address.toString(),
                "port " + listener.address.port() + " is taken by " + other.plugin + " in line " + other.line,
                "Give it another port, or remove it: one " + listener.plugin + " is enough for the whole process");
    }

    private static Optional<Problem> names(List<Server> servers, Listener listener) {
        return servers.stream()
                .flatMap(server -> server.keys().stream())
                .map(ServerKey::port)
                .filter(listener.address.port()::equals)
                .findFirst()
                .map(port -> listener.server.problem(
                        Rule.PORT_CLASH,
                        listener.line,
                        listener.plugin,
                        listener.address.toString(),
                        "port " + port + " is where names are served",
                        "Give it another port"));
    }
}
