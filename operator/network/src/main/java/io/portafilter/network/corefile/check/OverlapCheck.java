package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The same zone on the same port twice (core/dnsserver/address.go). Blocks with a {@code view} may share a zone. */
final class OverlapCheck implements Check {
    private record Bound(ServerKey key, String address) {}

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        Map<Bound, Server> registered = new HashMap<>();
        Map<ServerKey, Server> somewhere = new HashMap<>();
        for (Server server : servers) {
            if (server.stanza("view").isPresent()) {
                continue;
            }
            for (ServerKey key : server.keys()) {
                for (String address : addresses(server)) {
                    Server other = registered.get(new Bound(key, address));
                    if (other == null && address.isEmpty()) {
                        other = somewhere.get(key);
                    }
                    if (other == null) {
                        other = registered.get(new Bound(key, ""));
                    }
                    if (other == null) {
                        registered.put(new Bound(key, address), server);
                        somewhere.put(key, server);
                    } else {
                        problems.accept(twice(server, key, other));
                    }
                }
            }
        }
    }

    private static Problem twice(Server server, ServerKey key, Server other) {
        return server.problem(
                Rule.ZONE_DUPLICATE,
                server.block().line(),
                "server block",
                key.display(),
                "cannot serve " + key + " - it is already defined in "
                        + other.block().file() + " line " + other.block().line(),
                "Merge the two server blocks, or give one of them another zone or port");
    }

    private static List<String> addresses(Server server) {
        List<String> addresses = new ArrayList<>();
        for (Stanza stanza : server.block().stanzas()) {
            if (stanza.directive().equals("bind")) {
                stanza.tokens().stream()
                        .skip(1)
                        .map(Token::text)
                        .takeWhile(text -> !text.equals("{"))
                        .forEach(addresses::add);
            }
        }
        return addresses.isEmpty() ? List.of("") : addresses;
    }
}
