package io.portafilter.proxy.filter;

import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ResponseFilter;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.ResponseHead;

/**
 * ServerTokens (behaviour §4.2): the Server header of answers.
 *
 * @param allowBackend the backend's passes, otherwise it is removed
 * @param own the proxy names itself where no name is left
 */
record ServerTokensFilter(boolean allowBackend, boolean own) implements ResponseFilter {
    @Override
    public void filter(Exchange exchange, ResponseHead head) {
        if (!allowBackend) {
            head.fields().remove(FieldName.SERVER);
        }
        if (own && !head.fields().has(FieldName.SERVER)) {
            head.fields().add(FieldName.SERVER, "portafilter");
        }
    }
}
