package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Everybody's defaults, from the controller's ConfigMap. A change of an option is one frame: routes inherit when the proxy builds
 * its table.
 *
 * @param listenerSet whose settings these are
 * @param clientConnection limits of clients' connections
 * @param policies every kind of policy, with every value set
 */
public record Settings(String listenerSet, ClientConnection clientConnection, Policies policies) implements Published {
    /** The key of the settings of this listener set. */
    public static Key key(String listenerSet) {
        return new Key(Kind.SETTINGS, listenerSet);
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(listenerSet);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return List.of();
    }
}
