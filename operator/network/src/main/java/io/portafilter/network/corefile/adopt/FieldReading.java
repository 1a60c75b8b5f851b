package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.plugin.Forward;
import io.portafilter.network.corefile.plugin.Hosts;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.plugin.Log;
import io.portafilter.network.corefile.plugin.PluginOption;
import io.portafilter.network.corefile.plugin.Rewrite;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.PodRecords;
import io.portafilter.network.corefile.settings.QueryLog;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.RewriteRule;
import io.portafilter.network.corefile.settings.TlsSettings;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Plugins as fields; nothing where the fields cannot say what the plugin does. */
final class FieldReading {
    private static final Set<String> FORWARD_OPTIONS =
            Set.of("force_tcp", "prefer_udp", "tls", "tls_servername", "policy", "max_concurrent");
    private static final String TLS = "tls://";

    private FieldReading() {}

    static Optional<QueryLog> queries(Log log) {
        List<String> lines = log.options().stream().map(PluginOption::text).toList();
        if (log.arguments().isEmpty() && lines.isEmpty()) {
            return Optional.of(QueryLog.ALL);
        }
        if (!log.arguments().equals(List.of(".")) || lines.size() != 1) {
            return Optional.empty();
        }
        return switch (lines.getFirst()) {
            case "class error" -> Optional.of(QueryLog.ERRORS);
            case "class denial error" -> Optional.of(QueryLog.DENIALS);
            default -> Optional.empty();
        };
    }

    /** No address: an absent port; {@code :8080}: that port; nothing where a host is named. */
    static Optional<OptionalInt> port(Optional<String> address) {
        if (address.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        return address.flatMap(HostPort::parse)
                .filter(split -> split.host().isEmpty())
                .flatMap(HostPort::number)
                .map(OptionalInt::of);
    }

    static Optional<ClusterSettings> cluster(Kubernetes kubernetes) {
        List<String> domains = kubernetes.arguments().stream()
                .takeWhile(zone -> !isReverse(zone))
                .toList();
        if (domains.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = kubernetes
                .arguments()
                .subList(domains.size(), kubernetes.arguments().size());
        Reverse reverse = kubernetes.fallThrough().isPresent() ? new Reverse.FallThrough() : new Reverse.Exact(rest);
        return Optional.of(new ClusterSettings(
                domains,
                reverse,
                kubernetes.pods().map(mode -> PodRecords.valueOf(mode.toUpperCase(Locale.ROOT))),
                kubernetes.ttl()));
    }

    private static boolean isReverse(String zone) {
        return zone.contains("/") || DomainName.isReverse(zone);
    }

    static Optional<HostsSettings> hosts(Hosts hosts) {
        boolean plain = hosts.file().equals(Optional.of("/dev/null"))
                && hosts.arguments().isEmpty()
                && hosts.reverse()
                && hosts.reload().isEmpty()
                && hosts.fallThrough().equals(Optional.of(List.of()))
                && !hosts.fallThroughUnsupported()
                && !hosts.inline().isEmpty()
                && hosts.inline().stream().noneMatch(line -> line.arguments().isEmpty());
        return plain
                ? Optional.of(new HostsSettings(
                        hosts.ttl(),
                        hosts.inline().stream()
                                .map(line -> new HostsRecord(line.name(), line.arguments()))
                                .toList()))
                : Optional.empty();
    }

    static Optional<RewriteRule> rewrite(Rewrite rewrite) {
        List<String> rule = rewrite.rule();
        if (rule.size() == 3 && rule.getFirst().equals("name")) {
            return Optional.of(new RewriteRule(RewriteRule.Match.EXACT, rule.get(1), rule.get(2)));
        }
        boolean auto = rule.size() == 6
                && rule.getFirst().equals("name")
                && rule.subList(4, 6).equals(List.of("answer", "auto"));
        return auto
                ? Arrays.stream(RewriteRule.Match.values())
                        .filter(match ->
                                match != RewriteRule.Match.EXACT && match.word().equals(rule.get(1)))
                        .findFirst()
                        .map(match -> new RewriteRule(match, rule.get(2), rule.get(3)))
                : Optional.empty();
    }

    static Optional<UpstreamSettings> upstreams(Forward forward) {
        boolean tls = forward.to().stream().allMatch(to -> to.startsWith(TLS));
        boolean plain = forward.to().stream().noneMatch(to -> to.contains("://"));
        boolean known = forward.options().stream().map(PluginOption::name).allMatch(FORWARD_OPTIONS::contains);
        if (!forward.from().equals(".") || !(tls || plain) || !known) {
            return Optional.empty();
        }
        Optional<String> name = argument(forward, "tls_servername");
        Optional<String> caFile = argument(forward, "tls");
        if (tls != name.isPresent() || (!tls && caFile.isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new UpstreamSettings(
                forward.to().stream()
                        .map(to -> tls ? to.substring(TLS.length()) : to)
                        .toList(),
                argument(forward, "policy")
                        .map(policy -> UpstreamSettings.Policy.valueOf(policy.toUpperCase(Locale.ROOT))),
                number(argument(forward, "max_concurrent")),
                transport(forward),
                name.map(server -> new TlsSettings(server, caFile))));
    }

    private static UpstreamSettings.Transport transport(Forward forward) {
        if (forward.option("force_tcp").isPresent()) {
            return UpstreamSettings.Transport.TCP;
        }
        return forward.option("prefer_udp").isPresent()
                ? UpstreamSettings.Transport.PREFER_UDP
                : UpstreamSettings.Transport.AUTO;
    }

    private static Optional<String> argument(Forward forward, String option) {
        return forward.option(option)
                .flatMap(found -> found.arguments().stream().findFirst());
    }

    /** A number as it is written; one in another form, such as 007, is not the same text. */
    static OptionalInt number(Optional<String> text) {
        OptionalLong number = text.map(GoNumber::integer).orElse(OptionalLong.empty());
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE && number.getAsLong() >= 0
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }
}
