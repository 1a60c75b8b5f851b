package io.portafilter.proxy.daemon;

import io.portafilter.contract.feed.StreamStatus;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code /status} of the admin port says.
 *
 * @param ready whether requests should be sent here
 * @param version of the configuration in effect
 * @param source whose word that is: {@code none}, {@code disk} or {@code operator}
 * @param changed when it took effect
 * @param connected whether an operator's stream is open
 * @param lastContact when an operator was heard last
 * @param refused objects that cannot be used
 * @param connections of clients
 */
record ProxyStatus(
        boolean ready,
        Optional<String> version,
        String source,
        Optional<String> changed,
        boolean connected,
        Optional<String> lastContact,
        int refused,
        int connections) {
    static ProxyStatus of(StreamStatus stream, boolean ready, int connections) {
        return new ProxyStatus(
                ready,
                stream.version().map(Object::toString),
                stream.source().name().toLowerCase(Locale.ROOT),
                stream.changed().map(Object::toString),
                stream.connected(),
                stream.lastContact().map(Object::toString),
                stream.refused(),
                connections);
    }
}
