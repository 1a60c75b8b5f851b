package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.plugin.Cache;
import io.portafilter.network.corefile.plugin.Forward;
import io.portafilter.network.corefile.plugin.Hosts;
import io.portafilter.network.corefile.plugin.Plugins;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.corefile.settings.UpstreamSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A server block as a stub domain.
 *
 * @param domain the stub domain
 * @param hosts the records that it serves itself
 */
record StubReading(StubDomain domain, Optional<HostsSettings> hosts) {
    private static final Set<String> PLUGINS = Set.of("cache", "errors", "forward", "hosts");

    /** Nothing where the block does more than a stub domain. */
    static Optional<StubReading> of(ServerBlock block, String port) {
        Optional<List<ServerKey>> keys = MainBlocks.plainKeys(block)
                .filter(all -> all.stream()
                        .allMatch(key -> key.port().equals(port) && !key.zone().equals(".")));
        boolean simple = block.stanzas().stream().map(Stanza::directive).allMatch(PLUGINS::contains)
                && block.stanzas().stream().noneMatch(Stanza::mentionsEnvironment);
        if (keys.isEmpty() || !simple) {
            return Optional.empty();
        }
        Plugins.Read read = Plugins.read(block);
        List<Forward> forwards = read.all(Forward.class);
        Optional<UpstreamSettings> upstreams =
                forwards.size() == 1 ? FieldReading.upstreams(forwards.getFirst()) : Optional.empty();
        List<String> zones = keys.orElseThrow().stream()
                .map(key -> DomainName.display(key.zone()))
                .toList();
        OptionalInt cache = read.first(Cache.class).map(Cache::ttl).orElse(OptionalInt.empty());
        boolean errors =
                block.stanzas().stream().anyMatch(stanza -> stanza.directive().equals("errors"));
        return upstreams
                .filter(found -> read.problems().isEmpty())
                .map(found -> new StubReading(
                        new StubDomain(zones.getFirst(), zones, found, cache, errors),
                        read.first(Hosts.class).flatMap(FieldReading::hosts)));
    }
}
