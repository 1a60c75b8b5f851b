package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the plugins of a server block. */
public final class Plugins {
    private static final Map<String, Reader> READERS = Map.ofEntries(
            Map.entry("autopath", SmallReaders::autopath),
            Map.entry("cache", CacheReader::read),
            Map.entry("chaos", SmallReaders::chaos),
            Map.entry("errors", LogReaders::errors),
            Map.entry("forward", ForwardReader::read),
            Map.entry("health", ListenerReaders::health),
            Map.entry("hosts", HostsReader::read),
            Map.entry("kubernetes", KubernetesReader::read),
            Map.entry("loadbalance", LoadbalanceReader::read),
            Map.entry("log", LogReaders::log),
            Map.entry("loop", SmallReaders::loop),
            Map.entry("prometheus", ListenerReaders::prometheus),
            Map.entry("ready", ListenerReaders::ready),
            Map.entry("reload", SmallReaders::reload),
            Map.entry("rewrite", RewriteReader::read));

    private Plugins() {}

    private interface Reader {
        List<Plugin> read(StanzaReader reader) throws Refused;
    }

    /**
     * What a server block's plugins are.
     *
     * @param plugins those that we know and could read
     * @param opaque the names of those that we do not judge
     * @param features what not every version has
     * @param problems why CoreDNS would refuse the others, one a plugin
     */
    public record Read(List<Plugin> plugins, List<String> opaque, List<Feature> features, List<Problem> problems) {
        /** Copies the lists. */
        public Read {
            plugins = List.copyOf(plugins);
            opaque = List.copyOf(opaque);
            features = List.copyOf(features);
            problems = List.copyOf(problems);
        }

        /** The plugins of a kind, in the order of the text. */
        public <T extends Plugin> List<T> all(Class<T> kind) {
            return plugins.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        /** The first plugin of a kind. */
        public <T extends Plugin> Optional<T> first(Class<T> kind) {
            return all(kind).stream().findFirst();
        }
    }

    /** The plugins whose refusals we know. */
    public static Set<String> judged() {
        return READERS.keySet();
    }

    /** Reads all plugins of a block. */
    public static Read read(ServerBlock block) {
        List<Plugin> plugins = new ArrayList<>();
        List<String> opaque = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, List<Token>> entry : block.tokens().entrySet()) {
            Reader reader = READERS.get(entry.getKey());
            if (reader == null) {
                opaque.add(entry.getKey());
                continue;
            }
            StanzaReader stanza = new StanzaReader(entry.getKey(), entry.getValue(), block.keys());
            try {
                plugins.addAll(reader.read(stanza));
            } catch (Refused refused) {
                problems.add(refused.problem());
            }
            features.addAll(stanza.features());
        }
        return new Read(plugins, opaque, features, problems);
    }
}
