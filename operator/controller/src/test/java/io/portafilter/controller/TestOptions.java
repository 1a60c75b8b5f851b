package io.portafilter.controller;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.authority.AuthorityOptions;
import io.portafilter.controller.event.EventOptions;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.stream.StreamOptions;
import io.portafilter.controller.watch.Scope;
import io.portafilter.snapshot.Name;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Options of a replica that watches one namespace and listens on free ports of loopback. */
final class TestOptions {
    private TestOptions() {}

    static OperatorOptions of(String namespace) {
        CompilerOptions defaults = CompilerOptions.DEFAULT;
        return new OperatorOptions(
                new CompilerOptions(
                        defaults.classes(),
                        defaults.annotationsPrefix(),
                        true,
                        new Name(namespace, "options"),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        true,
                        true),
                new Scope.OneNamespace(namespace),
                "operator-0",
                namespace,
                new AdminOptions(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "/healthz", true),
                new Name(namespace, "test-leader"),
                Optional.of(new ElectionOptions(
                        new Name(namespace, "test-leader"), "operator-0", ElectionOptions.DEFAULT_TTL)),
                StreamOptions.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                new Trust("portafilter", Set.of(namespace + "/test-proxy")),
                AuthorityOptions.of(namespace, "test", List.of("localhost", "127.0.0.1")),
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                namespace + "-admission",
                Optional.empty(),
                new EventOptions("operator-0", true),
                Duration.ofSeconds(2),
                Duration.ofMinutes(10));
    }
}
