package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What happens to some requests of a host. It carries only what its Ingress said; the proxy inherits the rest from
 * {@link Settings} when it builds its table.
 *
 * @param listenerSet with {@code host} and {@code match} its identity
 * @param host the host of its {@link VirtualHost}
 * @param match which requests
 * @param ingress who owns it, for logs, metrics and headers
 * @param origin the rule that made it
 * @param policies what its Ingress asks for
 * @param action what is done in the end
 */
public record Route(
        String listenerSet,
        String host,
        RouteMatch match,
        IngressRef ingress,
        Origin origin,
        Policies policies,
        Action action)
        implements Published {
    /** The key of such a route. */
    public static Key key(String listenerSet, String host, RouteMatch match) {
        return new Key(Kind.ROUTE, listenerSet + "/" + host + "/" + match.path());
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(listenerSet, host, match);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return action.references();
    }
}
