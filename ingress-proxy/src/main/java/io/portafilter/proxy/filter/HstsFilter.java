package io.portafilter.proxy.filter;

import io.portafilter.contract.Hsts;
import io.portafilter.contract.Sourced;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ResponseFilter;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.ResponseHead;

/**
 * Hsts on a route that has it (behaviour §4.2): on every answer over TLS, in place of the backend's own.
 *
 * @param value the header's value
 */
record HstsFilter(String value) implements ResponseFilter {
    static HstsFilter of(Hsts policy) {
        long maxAge = policy.maxAgeSeconds().map(Sourced::value).orElse(31_536_000L);
        boolean subdomains = policy.includeSubdomains().map(Sourced::value).orElse(true);
        boolean preload = policy.preload().map(Sourced::value).orElse(false);
        return new HstsFilter(
                "max-age=" + maxAge + (subdomains ? "; includeSubDomains" : "") + (preload ? "; preload" : ""));
    }

    @Override
    public void filter(Exchange exchange, ResponseHead head) {
        if (exchange.client().listener().tls()) {
            head.fields().set(FieldName.STRICT_TRANSPORT_SECURITY, value);
        }
    }
}
