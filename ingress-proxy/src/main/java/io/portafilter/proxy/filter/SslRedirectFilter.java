package io.portafilter.proxy.filter;

import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.Location;
import io.portafilter.proxy.exchange.RequestFilter;
import io.portafilter.proxy.exchange.Verdict;

/**
 * SslRedirect on a route that has it (behaviour §7): plain HTTP is sent to the same target by HTTPS.
 *
 * @param code 301, 302, 307 or 308
 * @param keepSlash whether a slash at the end of path and query stays
 */
record SslRedirectFilter(int code, boolean keepSlash) implements RequestFilter {
    @Override
    public Verdict filter(Exchange exchange) {
        if (exchange.client().listener().tls()) {
            return Verdict.PASS;
        }
        String target = exchange.request().target();
        return new Verdict.Answer(
                code, "https://" + exchange.host() + (keepSlash ? target : Location.withoutSlash(target)));
    }
}
