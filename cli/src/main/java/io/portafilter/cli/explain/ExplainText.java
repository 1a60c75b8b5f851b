package io.portafilter.cli.explain;

import io.portafilter.contract.Cluster;
import io.portafilter.contract.Key;
import io.portafilter.contract.Route;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.routing.Explanation;
import io.portafilter.proxy.routing.HostRule;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An explanation of the proxy's table as a page: the answer first, then what led to it, then what lost, then what applies. */
public final class ExplainText {
    private final String listenerSet;
    private final World world;

    /**
     * A writer of such pages.
     *
     * @param listenerSet whose hosts are spoken of
     * @param world where objects and their places are looked up
     */
    public ExplainText(String listenerSet, World world) {
        this.listenerSet = listenerSet;
        this.world = world;
    }

    /** The page. */
    public String of(Question question, Explanation<RouteEntry> explanation) {
        RouteEntry entry = explanation.route();
        Optional<VirtualHost> host = explanation
                .hostRule()
                .flatMap(rule -> world.host(listenerSet, rule.host().name()));
        return question + "\n\n"
                + new Answer(question, world).of(entry, host) + "\n"
                + section("Why", why(question, explanation, host))
                + section("Backend", backend(entry))
                + section("Findings about its Ingress and Service", problems(entry))
                + section("Rules of this host that do not take it", lostPaths(explanation))
                + section("Hosts that do not take it", lostHosts(explanation))
                + section("What somebody said about it", said(EffectiveValue.of(entry.policies())))
                + section("What nobody said, so the defaults hold", unsaid(EffectiveValue.of(entry.policies())));
    }

    private static String section(String title, Columns lines) {
        return lines.isEmpty() ? "" : "\n" + title + "\n" + lines;
    }

    private Columns why(Question question, Explanation<RouteEntry> explanation, Optional<VirtualHost> host) {
        Columns lines = new Columns();
        explanation
                .hostRule()
                .ifPresentOrElse(
                        rule -> lines.add("host", explanation.host(), "is taken by " + name(rule)),
                        () -> lines.add("host", explanation.host(), "is taken by nobody"));
        explanation
                .pathRule()
                .ifPresent(rule -> lines.add(
                        "path",
                        text(explanation.path()),
                        "is taken by " + text(rule.pattern().toString()) + "  " + owner(rule.route())));
        if (question.tls()) {
            lines.add("TLS", "certificate", certificate(host));
        }
        return lines;
    }

    /** A path of octets as people read it. */
    private static String text(String path) {
        return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String name(HostRule<RouteEntry> rule) {
        String pattern = rule.pattern().toString();
        return rule.alias() ? pattern + ", an alias of " + rule.host().name() : pattern;
    }

    private String owner(RouteEntry entry) {
        return world.route(entry.key()).map(Route::origin).map(world::origin).orElse("built in");
    }

    private String certificate(Optional<VirtualHost> host) {
        return host.flatMap(VirtualHost::identity)
                .map(this::certificate)
                .orElse("the default one: the host has none of its own");
    }

    private String certificate(Sourced<Key> identity) {
        return "Secret " + identity.value().name() + "  " + world.origin(identity.origin());
    }

    private Columns backend(RouteEntry entry) {
        Columns lines = new Columns();
        world.route(entry.key()).flatMap(world::cluster).ifPresent(cluster -> {
            add(cluster, lines);
            lines.add(
                    "balanced by " + text(cluster),
                    world.origin(cluster.loadBalance().origin()));
            for (Sourced<Key> canary : cluster.alternatives()) {
                lines.add("canary", world.origin(canary.origin()));
                world.cluster(canary.value()).ifPresent(alternative -> add(alternative, lines));
            }
        });
        return lines;
    }

    private static String text(Cluster cluster) {
        return cluster.loadBalance().value().toString().toLowerCase(Locale.ROOT);
    }

    private void add(Cluster cluster, Columns lines) {
        lines.add("Service", cluster.namespace() + "/" + cluster.service() + ", port " + cluster.port());
        List<String> endpoints =
                world.endpoints(cluster).stream().map(Object::toString).toList();
        endpoints.forEach(endpoint -> lines.add("endpoint", endpoint));
        if (endpoints.isEmpty()) {
            lines.add("endpoint", "none is ready");
        }
    }

    private Columns problems(RouteEntry entry) {
        Set<Ref> about = new HashSet<>();
        about.add(new Ref(
                Kind.INGRESS,
                new Name(entry.ingress().namespace(), entry.ingress().name())));
        world.route(entry.key())
                .flatMap(world::cluster)
                .ifPresent(
                        cluster -> about.add(new Ref(Kind.SERVICE, new Name(cluster.namespace(), cluster.service()))));
        Columns lines = new Columns();
        world.problems(about).forEach(problem -> lines.add(problem.toString()));
        return lines;
    }

    private Columns lostPaths(Explanation<RouteEntry> explanation) {
        Columns lines = new Columns();
        explanation
                .otherPaths()
                .forEach(lost -> lines.add(
                        text(lost.rule().pattern().toString()),
                        lost.reason().toString(),
                        owner(lost.rule().route())));
        return lines;
    }

    private static Columns lostHosts(Explanation<RouteEntry> explanation) {
        Columns lines = new Columns();
        explanation
                .otherHosts()
                .forEach(lost -> lines.add(name(lost.rule()), lost.reason().toString()));
        return lines;
    }

    private Columns said(List<EffectiveValue> values) {
        Columns lines = new Columns();
        values.stream()
                .filter(value -> !value.isDefault())
                .forEach(value -> lines.add(value.name(), value.value(), world.origin(value.origin())));
        return lines;
    }

    private static Columns unsaid(List<EffectiveValue> values) {
        Columns lines = new Columns();
        values.stream().filter(EffectiveValue::isDefault).forEach(value -> lines.add(value.name(), value.value()));
        return lines;
    }
}
