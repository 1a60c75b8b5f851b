package io.portafilter.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.VirtualHost;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlLineTest {
    private static final String SET = "ingress";
    private static final Action FORWARD = new Action.Forward(Cluster.key("default", "web", "80"), 503);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web.localhost   | 127.0.0.1 | curl http://web.localhost:8080/p",
                "web.example.com | 127.0.0.1 | curl --resolve web.example.com:8080:127.0.0.1 http://web.example.com:8080/p",
                "*.example.com   | 192.0.2.1 | curl --resolve any.example.com:8080:192.0.2.1 http://any.example.com:8080/p",
                "web.example.com | 0.0.0.0   | curl --resolve web.example.com:8080:127.0.0.1 http://web.example.com:8080/p",
                "web.example.com | ::        | curl --resolve web.example.com:8080:[::1] http://web.example.com:8080/p",
                "_               | 127.0.0.1 | curl http://localhost:8080/p",
                "localhost       | 127.0.0.1 | curl http://localhost:8080/p",
            })
    void aLineReachesTheHostAtTheAddress(String host, String bound, String line) {
        assertThat(lines(host, false, "/p", FORWARD, Optional.of(address(bound, 8080))))
                .containsExactly(line);
    }

    @Test
    void aHostWithCertificateIsAskedByHttpsAndNobodyTrustsIt() {
        assertThat(lines("web.localhost", true, "/", FORWARD, Optional.of(address("127.0.0.1", 8080))))
                .containsExactly("curl -k https://web.localhost:8443/");
    }

    @Test
    void whatAShellCouldReadIsEncoded() {
        assertThat(lines("web.localhost", false, "/a b;$(c)/ä'%41", FORWARD, Optional.of(address("127.0.0.1", 80))))
                .containsExactly("curl http://web.localhost:80/a%20b%3B%24%28c%29/%C3%A4%27%2541");
    }

    @Test
    void whatLeadsNowhereIsNotOffered() {
        Action respond = new Action.Respond(404, new Origin.Default());

        assertThat(lines("web.localhost", false, "/", respond, Optional.of(address("127.0.0.1", 80))))
                .isEmpty();
    }

    @Test
    void whereNobodyListensNothingIsOffered() {
        assertThat(lines("web.localhost", false, "/", FORWARD, Optional.empty()))
                .isEmpty();
    }

    private static List<String> lines(
            String host, boolean tls, String path, Action action, Optional<InetSocketAddress> http) {
        RouteMatch match = new RouteMatch(new PathMatch.Prefix(path));
        Route route = new Route(SET, host, match, IngressRef.NONE, new Origin.Default(), Policies.NONE, action);
        VirtualHost virtualHost =
                new VirtualHost(SET, host, List.of(), Optional.empty(), tls, Optional.empty(), List.of(route.key()));
        Map<Key, Published> objects = Map.of(route.key(), route, virtualHost.key(), virtualHost);
        return CurlLine.of(virtualHost, objects, http, Optional.of(address("127.0.0.1", 8443)))
                .toList();
    }

    private static InetSocketAddress address(String literal, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    }
}
