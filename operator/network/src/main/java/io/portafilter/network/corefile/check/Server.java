package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.plugin.Kubernetes;
import io.portafilter.network.corefile.plugin.Plugins;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A server block as CoreDNS understands it.
 *
 * @param block the text
 * @param keys what it serves; a network stands for several
 * @param plugins what it serves them with
 */
public record Server(ServerBlock block, List<ServerKey> keys, Plugins.Read plugins) {
    /** Copies the list. */
    public Server {
        keys = List.copyOf(keys);
    }

    /** Understands a block. */
    public static Server of(ServerBlock block) {
        List<ServerKey> keys = block.keys().stream()
                .flatMap(key -> ServerKey.parse(key).keys().stream())
                .toList();
        return new Server(block, keys, Plugins.read(block));
    }

    /** The domains of the cluster that it serves, normal. */
    public List<String> clusterDomains() {
        return plugins.all(Kubernetes.class).stream()
                .flatMap(kubernetes -> kubernetes.zones().stream())
                .filter(zone -> !DomainName.isReverse(zone))
                .toList();
    }

    /** The first stanza of a plugin. */
    Optional<Stanza> stanza(String directive) {
        return block.stanzas().stream()
                .filter(stanza -> stanza.directive().equals(directive))
                .findFirst();
    }

    Problem problem(Rule rule, int line, String plugin, String value, String what, String remedy) {
        return new Problem(rule, new Place(fileOf(plugin), line), plugin, value, what, remedy);
    }

    private String fileOf(String plugin) {
        return stanza(plugin).map(stanza -> stanza.tokens().getFirst().file()).orElse(block.file());
    }
}
