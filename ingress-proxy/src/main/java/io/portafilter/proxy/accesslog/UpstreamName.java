package io.portafilter.proxy.accesslog;

import io.portafilter.contract.Key;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;

/** {@code $proxy_upstream_name}: namespace, Service and port with dashes between, as ingress-nginx names upstreams. */
final class UpstreamName {
    private static final String DEFAULT_BACKEND = "upstream-default-backend";

    private UpstreamName() {}

    static String of(RouteEntry route) {
        return switch (route.action()) {
            case RouteAction.Forward forward -> dashed(forward.cluster().key());
            case RouteAction.Respond respond -> respond.status() == 404 ? DEFAULT_BACKEND : "-";
            case RouteAction.Deny _, RouteAction.AddSlash _, RouteAction.OtherHost _ -> "-";
        };
    }

    private static String dashed(Key cluster) {
        return cluster.name().replace('/', '-');
    }
}
