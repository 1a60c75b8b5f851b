package io.portafilter.contract;

import java.util.Optional;

/**
 * Deadlines towards the backend, in seconds (behaviour §5).
 *
 * @param connect for the TCP handshake
 * @param read between two reads of the answer
 * @param send between two writes of the request
 */
public record ProxyTimeout(
        Optional<Sourced<Integer>> connect, Optional<Sourced<Integer>> read, Optional<Sourced<Integer>> send)
        implements Policy<ProxyTimeout> {
    @Override
    public ProxyTimeout inherit(ProxyTimeout parent) {
        return new ProxyTimeout(connect.or(parent::connect), read.or(parent::read), send.or(parent::send));
    }
}
