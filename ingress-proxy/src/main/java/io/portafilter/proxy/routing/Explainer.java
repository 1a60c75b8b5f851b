package io.portafilter.proxy.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a decision of {@link RoutingTable}. The winners are those of the tables themselves; only the reasons are found here. */
final class Explainer<R> {
    private final HostTable<R> hosts;
    private final R otherwise;

    Explainer(HostTable<R> hosts, R otherwise) {
        this.hosts = hosts;
        this.otherwise = otherwise;
    }

    Explanation<R> explain(String host, String path) {
        @Nullable HostRule<R> hostRule = hosts.find(host);
        List<Explanation.LostHost<R>> otherHosts = hosts.considered(host)
                .filter(rule -> !rule.equals(hostRule))
                .map(rule -> new Explanation.LostHost<>(rule, reason(rule, host, hostRule)))
                .toList();
        if (hostRule == null) {
            return new Explanation<>(host, path, Optional.empty(), otherHosts, Optional.empty(), List.of(), otherwise);
        }
        PathTable<R> paths = hostRule.host().paths();
        @Nullable PathRule<R> pathRule = paths.find(path);
        List<Explanation.LostPath<R>> otherPaths = paths.rules().stream()
                .filter(rule -> pathRule == null || !rule.pattern().equals(pathRule.pattern()))
                .sorted(Comparator.<PathRule<R>, String>comparing(
                                rule -> rule.pattern().path())
                        .thenComparing(rule -> rule.pattern().toString()))
                .map(rule -> new Explanation.LostPath<>(rule, reason(rule.pattern(), path, pathRule)))
                .toList();
        return new Explanation<>(
                host,
                path,
                Optional.of(hostRule),
                otherHosts,
                Optional.ofNullable(pathRule),
                otherPaths,
                pathRule == null ? otherwise : pathRule.route());
    }

    private HostReason reason(HostRule<R> rule, String host, @Nullable HostRule<R> winner) {
        if (rule.pattern() instanceof HostPattern.OneLabel(String parent)
                && host.endsWith("." + parent)
                && !rule.pattern().matches(host)) {
            return new HostReason.NotOneLabel(host.substring(0, host.length() - parent.length() - 1));
        }
        if (winner == null || !rule.pattern().matches(host)) {
            return new HostReason.OtherName();
        }
        return rule.pattern().equals(winner.pattern())
                ? new HostReason.ClaimedByOther(winner.host().name())
                : new HostReason.AskedLater(winner.pattern());
    }

    private PathReason reason(PathPattern pattern, String path, @Nullable PathRule<R> winner) {
        if (winner != null && pattern.matches(path)) {
            return new PathReason.LessPrecise(winner.pattern());
        }
        return switch (pattern) {
            case PathPattern.Exact(String own) -> exactReason(own, path);
            case PathPattern.Prefix(String own) -> prefixReason(own, path);
            case PathPattern.SlashMissing _ -> new PathReason.OtherPath();
        };
    }

    private static PathReason exactReason(String own, String path) {
        if (own.equalsIgnoreCase(path)) {
            return new PathReason.OtherCase();
        }
        return own.equals(path + "/") || path.equals(own + "/")
                ? new PathReason.OtherSlash()
                : new PathReason.OtherPath();
    }

    private static PathReason prefixReason(String own, String path) {
        if (path.startsWith(own)) {
            int start = own.lastIndexOf('/') + 1;
            int end = path.indexOf('/', start);
            return new PathReason.InsideElement(path.substring(start, end < 0 ? path.length() : end));
        }
        boolean onlyCase = path.length() >= own.length()
                && path.regionMatches(true, 0, own, 0, own.length())
                && PathPattern.Prefix.endsAnElement(own, path);
        return onlyCase ? new PathReason.OtherCase() : new PathReason.OtherPath();
    }
}
