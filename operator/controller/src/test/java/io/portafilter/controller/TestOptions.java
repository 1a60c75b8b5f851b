package io.portafilter.controller;

import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.authority.AuthorityOptions;
import io.portafilter.controller.event.EventOptions;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.leader.Installation;
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
        return of(namespace, "operator-0", Duration.ofSeconds(2));
    }

    static OperatorOptions of(String namespace, String pod, Duration startLimit) {
        Installation installation = new Installation(namespace, "test");
        Name lease = new Name(namespace, "test-leader");
        return new OperatorOptions(
                new Replica(installation, pod),
                new CompilingOptions(
                        compiler(new Name(namespace, "options")),
                        new Scope.OneNamespace(namespace),
                        Duration.ofMinutes(10)),
                new ServingOptions(
                        new AdminOptions(free(), "/healthz", true),
                        StreamOptions.at(free()),
                        new Trust("portafilter", Set.of(namespace + "/test-proxy")),
                        AuthorityOptions.of(namespace, "test", List.of("localhost", "127.0.0.1")),
                        Optional.of(new WebhookOptions(free(), namespace + "-admission"))),
                new WritingOptions(
                        lease,
                        Optional.of(new ElectionOptions(lease, installation, pod, ElectionOptions.DEFAULT_TTL)),
                        Optional.empty(),
                        new EventOptions(pod, true)),
                Optional.empty(),
                startLimit);
    }

    private static CompilerOptions compiler(Name configMap) {
        CompilerOptions defaults = CompilerOptions.DEFAULT;
        return new CompilerOptions(
                defaults.classes(),
                defaults.annotationsPrefix(),
                true,
                configMap,
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true);
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
