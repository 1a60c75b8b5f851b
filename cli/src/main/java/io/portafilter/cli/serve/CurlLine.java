package io.portafilter.cli.serve;

import io.portafilter.contract.Action;
import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.VirtualHost;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Command lines that reach a route as they are printed. */
final class CurlLine {
    private static final String LOCALHOST = "localhost";

    private CurlLine() {}

    /**
     * A line for each route of a host.
     *
     * @param http where plain HTTP is served, if it is
     * @param https where HTTPS is served, if it is; used for hosts with a certificate
     */
    static Stream<String> of(
            VirtualHost host,
            Map<Key, Published> objects,
            Optional<InetSocketAddress> http,
            Optional<InetSocketAddress> https) {
        boolean secure = host.tls() && https.isPresent();
        return (secure ? https : http)
                .stream()
                        .flatMap(address -> host.routes().stream()
                                .flatMap(key -> route(objects, key))
                                .map(route -> line(route, secure, address)));
    }

    /** A route that leads somewhere. */
    private static Stream<Route> route(Map<Key, Published> objects, Key key) {
        return objects.get(key) instanceof Route route && route.action() instanceof Action.Forward
                ? Stream.of(route)
                : Stream.empty();
    }

    private static String line(Route route, boolean secure, InetSocketAddress address) {
        String name = name(route.host());
        String url = (secure ? "https://" : "http://") + name + ":" + address.getPort()
                + quotable(route.match().path().path());
        return "curl " + (secure ? "-k " : "") + resolve(name, address) + url;
    }

    /** curl and browsers know themselves that names below localhost are here. */
    private static String resolve(String name, InetSocketAddress address) {
        boolean known = name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST);
        return known
                ? ""
                : "--resolve " + name + ":" + address.getPort() + ":" + Reachable.text(address.getAddress()) + " ";
    }

    /** A name that the host takes. */
    private static String name(String host) {
        if (host.equals(VirtualHost.CATCH_ALL)) {
            return LOCALHOST;
        }
        return host.startsWith("*.") ? "any" + host.substring(1) : host;
    }

    /** A path as a URL has it; whatever a shell might read is percent-encoded. */
    private static String quotable(String path) {
        StringBuilder text = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }
}
