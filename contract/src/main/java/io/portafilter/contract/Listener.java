package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * A place where clients arrive. The proxy decides which socket address it binds for it; the kinds of layer 4 join this interface
 * when they are built.
 */
public sealed interface Listener extends Published {
    /** Its name, for example {@code http}; the proxy's flags bind addresses to names. */
    String name();

    /** The virtual hosts that it serves are those of this set. */
    String listenerSet();

    @Override
    @JsonIgnore
    default Key key() {
        return new Key(Kind.LISTENER, name());
    }

    /** Plain HTTP. */
    record Http(String name, String listenerSet) implements Listener {
        @Override
        @JsonIgnore
        public List<Key> references() {
            return List.of();
        }
    }

    /**
     * HTTP over TLS.
     *
     * @param defaultIdentity shown to clients whose server name has no identity of its own; empty: the proxy makes one itself
     */
    record Https(String name, String listenerSet, Optional<Sourced<Key>> defaultIdentity) implements Listener {
        @Override
        @JsonIgnore
        public List<Key> references() {
            return defaultIdentity.map(Sourced::value).stream().toList();
        }
    }
}
