package io.portafilter.proxy.filter;

import static io.portafilter.contract.Sourced.byDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Action;
import io.portafilter.contract.Hsts;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Policy;
import io.portafilter.contract.ProxyBodySize;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.ServerTokens;
import io.portafilter.contract.SslRedirect;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.NameResolver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which filters a route gets, and in which order (behaviour §3). */
class RouteCompilerTest {
    private static final Key CLUSTER = new Key(Kind.CLUSTER, "shop/web/80");
    private static final RouteAction FORWARD =
            new RouteAction.Forward(new ClusterRegistry(NameResolver.SYSTEM).acquire(CLUSTER), 503);

    private static final SslRedirect REDIRECT = redirect(true, false, "/.well-known/acme-challenge");
    private static final ProxyBodySize BODY = new ProxyBodySize(Optional.of(byDefault(1024L)));
    private static final Hsts HSTS =
            new Hsts(Optional.of(byDefault(true)), Optional.empty(), Optional.empty(), Optional.empty());

    private static SslRedirect redirect(boolean enabled, boolean force, String... exempt) {
        return new SslRedirect(
                Optional.of(byDefault(enabled)),
                Optional.of(byDefault(force)),
                Optional.empty(),
                Optional.of(byDefault(307)),
                Optional.of(byDefault(List.of(exempt))));
    }

    private static RouteEntry compile(String path, boolean hostTls, RouteAction action, Policy<?>... policies) {
        Route route = new Route(
                "ingress",
                "shop.test",
                new RouteMatch(new PathMatch.Prefix(path)),
                IngressRef.NONE,
                new Origin.Default(),
                Policies.NONE,
                new Action.Forward(CLUSTER, 503));
        return RouteCompiler.compile(route, Policies.of(policies), hostTls, action, RouteMeter.NONE);
    }

    private static List<String> requestFilters(RouteEntry entry) {
        return entry.requestFilters().stream()
                .map(filter -> filter.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aForwardChecksTheBodyFirstThenRedirectsThenTellsTheBackend() {
        RouteEntry entry = compile("/a", true, FORWARD, REDIRECT, BODY, HSTS);
        assertThat(requestFilters(entry)).containsExactly("BodySizeFilter", "SslRedirectFilter", "ForwardedFilter");
        assertThat(entry.rulePath()).isEqualTo("/a");
        assertThat(entry.requestFilters()).contains(new BodySizeFilter(1024), new SslRedirectFilter(307, false));
    }

    @Test
    void aHostWithoutCertificateIsRedirectedOnlyByForce() {
        assertThat(requestFilters(compile("/", false, FORWARD, REDIRECT))).containsExactly("ForwardedFilter");
        assertThat(requestFilters(compile("/", false, FORWARD, redirect(false, true))))
                .containsExactly("SslRedirectFilter", "ForwardedFilter");
        assertThat(requestFilters(compile("/", true, FORWARD, redirect(false, false))))
                .containsExactly("ForwardedFilter");
    }

    @Test
    void anExemptPathIsNeverRedirectedEvenByForce() {
        SslRedirect forced = redirect(true, true, "/.well-known/acme-challenge");
        assertThat(requestFilters(compile("/.well-known/acme-challenge/x", true, FORWARD, forced)))
                .containsExactly("ForwardedFilter");
    }

    @Test
    void aDeniedRouteAnswersBeforeTheRedirectAndTheDefaultBackendAfterIt() {
        assertThat(requestFilters(compile("/", true, new RouteAction.Deny(), REDIRECT, BODY)))
                .containsExactly("BodySizeFilter");
        assertThat(requestFilters(compile("/", true, new RouteAction.Respond(404), REDIRECT, BODY)))
                .containsExactly("BodySizeFilter", "SslRedirectFilter");
        assertThat(requestFilters(compile("/", true, new RouteAction.AddSlash(), REDIRECT, BODY)))
                .containsExactly("BodySizeFilter");
    }

    @Test
    void noLimitOfTheBodyIsNoFilter() {
        ProxyBodySize unlimited = new ProxyBodySize(Optional.of(byDefault(0L)));
        assertThat(requestFilters(compile("/", false, FORWARD, unlimited))).containsExactly("ForwardedFilter");
    }

    @Test
    void hstsIsOnEveryAnswerButTheRedirectToAnotherHost() {
        assertThat(compile("/", true, FORWARD, HSTS).responseFilters())
                .contains(new HstsFilter("max-age=31536000; includeSubDomains"));
        RouteEntry other = RouteCompiler.otherHost(
                new Key(Kind.VIRTUAL_HOST, "ingress/shop.test"),
                Policies.of(HSTS, redirect(true, false)),
                "www.shop.test",
                RouteMeter.NONE);
        assertThat(other.action()).isEqualTo(new RouteAction.OtherHost("www.shop.test", 307));
        assertThat(other.requestFilters()).isEmpty();
        assertThat(other.responseFilters()).containsExactly(new ServerTokensFilter(false, false));
        Hsts off = new Hsts(Optional.of(byDefault(false)), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(compile("/", true, FORWARD, off).responseFilters()).hasSize(1);
        Hsts own = new Hsts(
                Optional.empty(),
                Optional.of(byDefault(60L)),
                Optional.of(byDefault(false)),
                Optional.of(byDefault(true)));
        assertThat(compile("/", true, FORWARD, own).responseFilters()).contains(new HstsFilter("max-age=60; preload"));
    }

    @Test
    void theServerHeaderFollowsItsPolicy() {
        ServerTokens tokens = new ServerTokens(Optional.of(byDefault(true)), Optional.of(byDefault(true)));
        assertThat(compile("/", true, FORWARD, tokens).responseFilters())
                .containsExactly(new ServerTokensFilter(true, true));
    }
}
