package io.portafilter.proxy.filter;

import io.portafilter.contract.Hsts;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Policies;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Route;
import io.portafilter.contract.ServerTokens;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.SslRedirect;
import io.portafilter.proxy.exchange.AttemptPolicy;
import io.portafilter.proxy.exchange.RequestFilter;
import io.portafilter.proxy.exchange.ResponseFilter;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a published route ready for requests: the filters that its policies ask for, in the order of behaviour §3. */
public final class RouteCompiler {
    private RouteCompiler() {}

    /**
     * Compiles.
     *
     * @param effective the route's policies with those of the settings inherited
     * @param hostTls whether the virtual host counts as having a certificate
     * @param action what is done in the end; for the trailing-slash twin of a route {@link RouteAction.AddSlash}
     */
    public static RouteEntry compile(
            Route route, Policies effective, boolean hostTls, RouteAction action, RouteMeter meter) {
        String rulePath = route.match().path().path();
        return new RouteEntry(
                route.key(),
                route.ingress(),
                rulePath,
                effective,
                action,
                requestFilters(effective, hostTls, rulePath, action),
                responseFilters(effective, action),
                AttemptPolicy.of(effective),
                meter);
    }

    /**
     * The only route of a host that sends everything to another one (from-to-www-redirect).
     *
     * @param host the key of the virtual host
     * @param settings the policies of the settings; the redirect's code is that of SslRedirect
     * @param to the other host
     */
    public static RouteEntry otherHost(Key host, Policies settings, String to, RouteMeter meter) {
        int code = settings.get(SslRedirect.class)
                .flatMap(SslRedirect::code)
                .map(Sourced::value)
                .orElse(308);
        RouteAction action = new RouteAction.OtherHost(to, code);
        return new RouteEntry(
                host,
                IngressRef.NONE,
                "/",
                settings,
                action,
                List.of(),
                responseFilters(settings, action),
                AttemptPolicy.of(settings),
                meter);
    }

    /** A denied route answers before the HTTPS redirect, the default backend's 404 after it (behaviour §1.6, §3.5). */
    private static List<RequestFilter> requestFilters(
            Policies policies, boolean hostTls, String rulePath, RouteAction action) {
        List<RequestFilter> filters = new ArrayList<>();
        bodySize(policies).ifPresent(filters::add);
        switch (action) {
            case RouteAction.Forward ignored -> {
                sslRedirect(policies, hostTls, rulePath).ifPresent(filters::add);
                filters.add(new ForwardedFilter());
            }
            case RouteAction.Respond ignored ->
                sslRedirect(policies, hostTls, rulePath).ifPresent(filters::add);
            case RouteAction.Deny ignored -> {}
            case RouteAction.AddSlash ignored -> {}
            case RouteAction.OtherHost ignored -> {}
        }
        return filters;
    }

    /** A redirect to another host is made before a location is chosen, so it carries no HSTS (behaviour §4.2). */
    private static List<ResponseFilter> responseFilters(Policies policies, RouteAction action) {
        List<ResponseFilter> filters = new ArrayList<>();
        Optional<ServerTokens> tokens = policies.get(ServerTokens.class);
        filters.add(new ServerTokensFilter(
                flag(tokens.flatMap(ServerTokens::allowBackend), false),
                flag(tokens.flatMap(ServerTokens::enabled), false)));
        if (!(action instanceof RouteAction.OtherHost)) {
            policies.get(Hsts.class)
                    .filter(hsts -> flag(hsts.enabled(), true))
                    .map(HstsFilter::of)
                    .ifPresent(filters::add);
        }
        return filters;
    }

    private static Optional<RequestFilter> bodySize(Policies policies) {
        return policies.get(ProxyBodySize.class)
                .flatMap(ProxyBodySize::bytes)
                .map(Sourced::value)
                .filter(bytes -> bytes > 0)
                .map(BodySizeFilter::new);
    }

    private static Optional<RequestFilter> sslRedirect(Policies policies, boolean hostTls, String rulePath) {
        return policies.get(SslRedirect.class)
                .filter(policy -> flag(policy.force(), false) || (flag(policy.enabled(), true) && hostTls))
                .filter(policy -> policy.exemptPaths().map(Sourced::value).orElse(List.of()).stream()
                        .noneMatch(rulePath::startsWith))
                .map(policy -> new SslRedirectFilter(
                        policy.code().map(Sourced::value).orElse(308), flag(policy.preserveTrailingSlash(), false)));
    }

    private static boolean flag(Optional<Sourced<Boolean>> value, boolean otherwise) {
        return value.map(Sourced::value).orElse(otherwise);
    }
}
