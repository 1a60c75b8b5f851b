package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One host name and its routes. A host inherits nothing from another: a request for {@code a.example.com} never falls back to the
 * routes of {@code *.example.com}.
 *
 * @param listenerSet the listeners that serve it
 * @param host lower-case name, {@code *.}-prefixed rule wildcard (exactly one label), or {@link #CATCH_ALL}
 * @param aliases other names for it, in the order of the annotation: plain, nginx wildcard ({@code *.x}, any number of labels) or
 *     {@code ~}regular expression
 * @param identity the certificate for this server name; empty: the listener's default
 * @param tls whether the host counts as having a certificate, its own or the default one (behaviour §7: ssl-redirect asks)
 * @param fromToWwwRedirect the host to which this one redirects everything; such a host has no routes
 * @param routes keys of its routes, sorted
 */
public record VirtualHost(
        String listenerSet,
        String host,
        List<Sourced<String>> aliases,
        Optional<Sourced<Key>> identity,
        boolean tls,
        Optional<Sourced<String>> fromToWwwRedirect,
        List<Key> routes)
        implements Published {
    /** The host of requests that no other host claims. */
    public static final String CATCH_ALL = "_";

    /** Copies the lists. */
    public VirtualHost {
        aliases = List.copyOf(aliases);
        routes = List.copyOf(routes);
    }

    /** The key of the virtual host of this name. */
    public static Key key(String listenerSet, String host) {
        return new Key(Kind.VIRTUAL_HOST, listenerSet + "/" + host);
    }

    @Override
    @JsonIgnore
    public Key key() {
        return key(listenerSet, host);
    }

    @Override
    @JsonIgnore
    public List<Key> references() {
        return Stream.concat(identity.map(Sourced::value).stream(), routes.stream())
                .toList();
    }
}
