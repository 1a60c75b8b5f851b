package io.portafilter.cli.serve;

import io.portafilter.cli.report.Words;
import io.portafilter.compiler.IngressState;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.VirtualHost;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person reads when serving begins.
 *
 * @param http where plain HTTP is served
 * @param https where HTTPS is served
 * @param admin the admin port
 * @param demoServers how many echo servers stand in for backends
 * @param ingresses what became of them
 * @param objects what was published
 */
record Announcement(
        List<InetSocketAddress> http,
        List<InetSocketAddress> https,
        Optional<InetSocketAddress> admin,
        int demoServers,
        List<IngressState> ingresses,
        Map<Key, Published> objects) {
    private static final int CURL_LINES = 8;

    @Override
    public String toString() {
        List<VirtualHost> hosts = hosts();
        StringBuilder text = new StringBuilder();
        text.append("Serving ").append(Words.count(served(), "Ingress")).append(", ");
        text.append(Words.count(hosts.stream().filter(host -> !isCatchAll(host)).count(), "host"))
                .append(". Changes are live.\n");
        text.append("  http   ").append(addresses(http)).append('\n');
        text.append("  https  ").append(addresses(https)).append('\n');
        admin.ifPresent(address -> text.append("  admin  http://")
                .append(Reachable.text(address))
                .append("/status, /metrics, /healthz\n"));
        if (demoServers > 0) {
            text.append("  demo   ")
                    .append(Words.count(demoServers, "echo server"))
                    .append(" as backends\n");
        }
        List<String> curls =
                hosts.stream().flatMap(this::curl).limit(CURL_LINES).toList();
        if (!curls.isEmpty()) {
            text.append("\nTry\n");
            curls.forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private long served() {
        return ingresses.stream()
                .map(IngressState::effect)
                .filter(effect -> effect == IngressState.Effect.CURRENT || effect == IngressState.Effect.LAST_GOOD)
                .count();
    }

    /** By name, the catch-all last. */
    private List<VirtualHost> hosts() {
        return objects.values().stream()
                .flatMap(object -> object instanceof VirtualHost host ? Stream.of(host) : Stream.empty())
                .sorted(Comparator.<VirtualHost, Boolean>comparing(
                                host -> host.host().equals(VirtualHost.CATCH_ALL))
                        .thenComparing(VirtualHost::host))
                .toList();
    }

    private static boolean isCatchAll(VirtualHost host) {
        return host.host().equals(VirtualHost.CATCH_ALL);
    }

    private Stream<String> curl(VirtualHost host) {
        return CurlLine.of(
                host, objects, http.stream().findFirst(), https.stream().findFirst());
    }

    private static String addresses(List<InetSocketAddress> addresses) {
        return addresses.stream().map(Reachable::text).collect(Collectors.joining(", "));
    }
}
