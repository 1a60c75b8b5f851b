package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.Zones;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** plugin/forward/setup.go. */
final class ForwardReader {
    /** CoreDNS's own limit. */
    static final int MOST_UPSTREAMS = 15;

    private static final Set<String> TRANSPORTS = Set.of("dns", "tls", "https");

    private ForwardReader() {}

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (read.size() == 1) {
                reader.uses("more than one forward in a server block", reader.line(), 9, 4);
            }
            read.add(stanza(reader));
        }
        return read;
    }

    private static Forward stanza(StanzaReader reader) throws Refused {
        int line = reader.line();
        List<String> words = reader.arguments();
        if (words.size() < 2) {
            throw reader.refuse(
                    Rule.ARGUMENTS,
                    line,
                    String.join(" ", words),
                    "wrong argument count or unexpected line ending",
                    "Write forward, a zone, and at least one upstream on the same line");
        }
        String from = words.getFirst();
        List<String> zones = Zones.exact(from);
        if (zones.isEmpty()) {
            throw reader.refuse(
                    Rule.VALUE, line, from, "unable to normalize '" + from + "'", "Write a zone, or . for every name");
        }
        List<String> to = words.subList(1, words.size());
        List<PluginOption> options = new ForwardOptions(reader).read();
        boolean named = options.stream().anyMatch(option -> option.name().equals("tls_servername"));
        for (String target : to) {
            target(reader, line, target, named);
        }
        if (to.size() > MOST_UPSTREAMS) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    Integer.toString(to.size()),
                    "more than " + MOST_UPSTREAMS + " TOs configured: " + to.size(),
                    "Name at most " + MOST_UPSTREAMS + " upstreams");
        }
        return new Forward(line, from, zones, to, options);
    }

    private static void target(StanzaReader reader, int line, String target, boolean named) throws Refused {
        Upstreams.Upstream upstream = Upstreams.of(target);
        if (upstream.transport().equals("https") && target.indexOf('/', "https://".length()) >= 0) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    target,
                    "paths are not allowed in HTTPS upstream addresses",
                    "Leave out the path: CoreDNS asks /dns-query");
        }
        if (!TRANSPORTS.contains(upstream.transport())) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    target,
                    "'" + upstream.transport() + "' is not supported as a destination protocol in forward",
                    "Use an address, tls:// or https://");
        }
        switch (upstream.kind()) {
            case ADDRESS, FILE -> {}
            case NAME -> reader.uses("a host name as upstream", line, 14, 4);
            case NOTHING ->
                throw reader.refuse(
                        Rule.VALUE,
                        line,
                        target,
                        "not an IP address or file, and no name that could be resolved",
                        "Write an address such as 10.0.0.53, [fd00::53]:5353 or tls://9.9.9.9, or the path of a file");
        }
        if (upstream.transport().equals("https")) {
            reader.uses("an https:// upstream", line, 14, 5);
        }
        if (upstream.transport().equals("tls") && !upstream.serverName().isEmpty()) {
            reader.uses("%NAME behind an upstream", line, 13, 2);
            if (named) {
                throw reader.refuse(
                        Rule.VALUE,
                        line,
                        target,
                        "both forward and proxy level TLS servernames are set",
                        "Keep either tls_servername or the %NAME");
            }
        }
    }
}
