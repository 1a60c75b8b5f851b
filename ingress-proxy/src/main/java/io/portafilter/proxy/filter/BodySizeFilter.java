package io.portafilter.proxy.filter;

import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.RequestFilter;
import io.portafilter.proxy.exchange.Verdict;

/**
 * ProxyBodySize (behaviour §3.4, §3.9): a declared length above the limit is answered 413 before anything else is decided; a body
 * without one is cut when it gets there.
 *
 * @param bytes limit, more than 0
 */
record BodySizeFilter(long bytes) implements RequestFilter {
    @Override
    public Verdict filter(Exchange exchange) {
        if (exchange.bodyLength() > bytes) {
            return Verdict.Answer.of(413);
        }
        exchange.limitBody(bytes);
        return Verdict.PASS;
    }
}
