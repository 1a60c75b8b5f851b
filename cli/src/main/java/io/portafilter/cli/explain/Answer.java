package io.portafilter.cli.explain;

import io.portafilter.cli.report.Words;
import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Origin;
import io.portafilter.contract.Route;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import java.util.List;
import java.util.Optional;

/** What the client gets, in one sentence. */
final class Answer {
    private final Question question;
    private final World world;

    Answer(Question question, World world) {
        this.question = question;
        this.world = world;
    }

    String of(RouteEntry entry, Optional<VirtualHost> host) {
        return switch (entry.action()) {
            case RouteAction.AddSlash _ ->
                "It is redirected (301) to the same path with a slash at its end, because the rule's path ends with one.";
            case RouteAction.OtherHost(String to, int code) ->
                "It is redirected (" + code + ") to the host " + to
                        + because(host.flatMap(VirtualHost::fromToWwwRedirect));
            case RouteAction.Respond(int status) -> redirect(entry, host).orElseGet(() -> responds(entry, status));
            case RouteAction.Deny _ -> responds(entry, Action.Deny.STATUS);
            case RouteAction.Forward forward ->
                redirect(entry, host).orElseGet(() -> forwards(entry, forward.statusWhenEmpty()));
        };
    }

    private static String because(Optional<? extends Sourced<?>> value) {
        return value.map(Sourced::origin)
                .map(origin -> ", as " + origin + " says.")
                .orElse(".");
    }

    private Optional<String> redirect(RouteEntry entry, Optional<VirtualHost> host) {
        if (question.tls()) {
            return Optional.empty();
        }
        return entry.policies()
                .get(SslRedirect.class)
                .filter(policy -> !exempt(policy, entry))
                .flatMap(policy -> {
                    int code = policy.code().map(Sourced::value).orElse(308);
                    String sentence = "It is redirected (" + code + ") to HTTPS, because ";
                    if (isOn(policy.force())) {
                        return Optional.of(sentence + "force-ssl-redirect is on" + by(policy.force()) + ".");
                    }
                    return isOn(policy.enabled())
                                    && host.filter(VirtualHost::tls).isPresent()
                            ? Optional.of(sentence + "ssl-redirect is on" + by(policy.enabled())
                                    + " and the host has a certificate.")
                            : Optional.empty();
                });
    }

    private static boolean exempt(SslRedirect policy, RouteEntry entry) {
        return policy.exemptPaths().map(Sourced::value).orElse(List.of()).stream()
                .anyMatch(entry.rulePath()::startsWith);
    }

    private static boolean isOn(Optional<Sourced<Boolean>> flag) {
        return flag.map(Sourced::value).orElse(false);
    }

    private static String by(Optional<? extends Sourced<?>> value) {
        return value.map(Sourced::origin)
                .map(origin -> " (" + (origin instanceof Origin.Default ? "by default" : origin) + ")")
                .orElse("");
    }

    private String responds(RouteEntry entry, int status) {
        Optional<Origin> origin = world.route(entry.key()).map(Route::action).flatMap(Answer::origin);
        if (origin.isEmpty() || origin.get() instanceof Origin.Default) {
            return "It is answered " + status
                    + (status == 404
                            ? ": no rule of this host takes it, and nobody names a default backend for it."
                            : " by the proxy itself.");
        }
        return "It is answered " + status + " because of " + world.origin(origin.get()) + ".";
    }

    private static Optional<Origin> origin(Action action) {
        return switch (action) {
            case Action.Respond respond -> Optional.of(respond.origin());
            case Action.Deny deny -> Optional.of(deny.origin());
            case Action.Forward _ -> Optional.empty();
        };
    }

    private String forwards(RouteEntry entry, int statusWhenEmpty) {
        Optional<Cluster> cluster = world.route(entry.key()).flatMap(world::cluster);
        int endpoints = cluster.map(world::endpoints).orElse(List.of()).size();
        String service = cluster.map(
                        each -> "Service " + each.namespace() + "/" + each.service() + ", port " + each.port())
                .orElse("a Service");
        return endpoints == 0
                ? "It is answered " + statusWhenEmpty + ": " + service + ", has no endpoint that is ready."
                : "It is forwarded to " + service + ", which has " + Words.count(endpoints, "endpoint") + ".";
    }
}
