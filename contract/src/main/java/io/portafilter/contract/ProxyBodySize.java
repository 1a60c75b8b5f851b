package io.portafilter.contract;

import java.util.Optional;

/**
 * The largest request body (behaviour §5).
 *
 * @param bytes limit; 0 is none. A longer body is answered 413
 */
public record ProxyBodySize(Optional<Sourced<Long>> bytes) implements Policy<ProxyBodySize> {
    @Override
    public ProxyBodySize inherit(ProxyBodySize parent) {
        return new ProxyBodySize(bytes.or(parent::bytes));
    }
}
