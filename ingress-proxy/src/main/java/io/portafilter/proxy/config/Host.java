package io.portafilter.proxy.config;

import io.portafilter.contract.Sourced;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.routing.HostPattern;
import java.util.List;

/**
 * A virtual host whose aliases could be read.
 *
 * @param published as it came
 * @param aliases its aliases, compiled
 */
record Host(VirtualHost published, List<HostPattern> aliases) {
    Host {
        aliases = List.copyOf(aliases);
    }

    /**
     * Compiles the aliases.
     *
     * @throws IllegalArgumentException with a sentence, if one of them cannot be
     */
    static Host of(VirtualHost host) {
        return new Host(
                host,
                host.aliases().stream()
                        .map(Sourced::value)
                        .map(HostPattern::ofAlias)
                        .toList());
    }
}
