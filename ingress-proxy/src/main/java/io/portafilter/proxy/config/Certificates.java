package io.portafilter.proxy.config;

import io.portafilter.contract.Listener;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.routing.HostPattern;
import io.portafilter.proxy.tls.ServerIdentity;
import io.portafilter.proxy.tls.SniTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which names of a listener set get which identity. */
final class Certificates {
    private Certificates() {}

    /** The table of a listener. */
    static SniTable of(Listener.Https listener, Map<String, ServerIdentity> names, Identities identities) {
        return new SniTable(
                names, listener.defaultIdentity().map(Sourced::value).flatMap(identities::get));
    }

    /** Hosts have their own identity; their aliases too, where it covers them and no host has the name. */
    static Map<String, ServerIdentity> names(ListenerSet set, Identities identities) {
        Map<String, ServerIdentity> names = new HashMap<>();
        for (Host host : set.hosts()) {
            identity(host, identities)
                    .ifPresent(identity -> names.put(host.published().host(), identity));
        }
        for (Host host : set.hosts()) {
            identity(host, identities)
                    .ifPresent(identity -> host.aliases().stream()
                            .flatMap(alias -> name(alias).stream())
                            .filter(alias -> !set.has(alias) && identity.covers(alias))
                            .forEach(alias -> names.putIfAbsent(alias, identity)));
        }
        names.remove(VirtualHost.CATCH_ALL);
        return Map.copyOf(names);
    }

    private static Optional<ServerIdentity> identity(Host host, Identities identities) {
        return host.published().identity().map(Sourced::value).flatMap(identities::get);
    }

    private static Optional<String> name(HostPattern alias) {
        return switch (alias) {
            case HostPattern.Exact(String name) -> Optional.of(name);
            case HostPattern.AnyLabels(String suffix) -> Optional.of("*." + suffix);
            case HostPattern.OneLabel _, HostPattern.Regex _, HostPattern.CatchAll _ -> Optional.empty();
        };
    }
}
