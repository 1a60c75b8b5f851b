package io.portafilter.network.corefile.check;

import com.google.re2j.Pattern;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.form.ReverseZones;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The zones before the braces. */
final class KeysCheck implements Check {
    private static final String WHOSE = "server block";
    private static final Pattern LIKE_ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]*)?\\.?");

    @Override
    public void check(List<Server> servers, CoreDns coreDns, Consumer<Problem> problems) {
        for (Server server : servers) {
            server.block().keys().forEach(key -> key(server, key, problems));
        }
    }

    /** Whether CoreDNS takes as a name what was meant as a network. */
    static boolean likeAddress(String zone) {
        return LIKE_ADDRESS.matches(zone) && ReverseZones.of(zone).isEmpty();
    }

    private static void key(Server server, String key, Consumer<Problem> problems) {
        ServerKey.Parsed parsed = ServerKey.parse(key);
        if (key.equals("}")) {
            problems.accept(problem(
                    server,
                    Rule.STRAY_BRACE,
                    key,
                    "one } too many, which CoreDNS takes as a zone of this name",
                    "Remove it"));
        } else if (!parsed.error().isEmpty()) {
            String remedy = key.contains("{") ? "Put a space before the {" : "Write a zone such as example.org:53";
            problems.accept(problem(server, Rule.ZONE_INVALID, key, parsed.error(), remedy));
        } else if (key.contains("{") || key.contains("}")) {
            problems.accept(problem(
                    server,
                    Rule.STRAY_BRACE,
                    key,
                    "a zone with a brace in its name, which nobody asks for",
                    "Put spaces around the brace"));
        }
        for (ServerKey zone : parsed.keys()) {
            zone(server, key, zone, problems);
        }
    }

    private static void zone(Server server, String key, ServerKey zone, Consumer<Problem> problems) {
        if (likeAddress(zone.zone())) {
            problems.accept(problem(
                    server,
                    Rule.ADDRESS_WITHOUT_MASK,
                    key,
                    "CoreDNS takes this as a name, not as a network",
                    "Write the network with its mask, such as 10.96.0.0/12"));
        }
        OptionalLong port = GoNumber.integer(zone.port());
        if (port.orElse(0) < 1 || port.orElse(0) > 65535) {
            problems.accept(problem(
                    server, Rule.ZONE_INVALID, key, "port " + zone.port() + " does not exist", "Write 1 to 65535"));
        }
    }

    private static Problem problem(Server server, Rule rule, String key, String what, String remedy) {
        return server.problem(rule, server.block().line(), WHOSE, key, what, remedy);
    }
}
