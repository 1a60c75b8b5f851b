package io.portafilter.proxy.tls;

import io.portafilter.proxy.routing.HostName;
import java.util.Map;
import java.util.Optional;

/**
 * Which identity a server name gets: that of the name, that of the wildcard one level up, the default (behaviour §7).
 *
 * @param names lower-case names and {@code *.}-wildcards
 * @param otherwise for names that have none, and for clients that name none; empty: the generated one
 */
public record SniTable(Map<String, ServerIdentity> names, Optional<ServerIdentity> otherwise) {
    /** Nothing but the generated certificate. */
    public static final SniTable EMPTY = new SniTable(Map.of(), Optional.empty());

    /** Copies the map. */
    public SniTable {
        names = Map.copyOf(names);
    }

    /** The identity for a client that asks for this name; empty: the generated one. */
    public Optional<ServerIdentity> find(String serverName) {
        String name = HostName.of(serverName);
        ServerIdentity identity = names.get(name);
        int dot = name.indexOf('.');
        if (identity == null && dot > 0) {
            identity = names.get("*" + name.substring(dot));
        }
        return identity == null ? otherwise : Optional.of(identity);
    }
}
