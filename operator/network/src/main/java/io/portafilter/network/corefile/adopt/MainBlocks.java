package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ServerBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of several server blocks is the main one. */
final class MainBlocks {
    private MainBlocks() {}

    /** The block of every name that holds the cluster's plugin; without one the first block of every name. */
    static Optional<ServerBlock> find(Corefile corefile, Set<String> kept) {
        List<ServerBlock> all = corefile.blocks().stream()
                .filter(block -> !kept.contains(Meaning.key(block)))
                .filter(block -> key(block).isPresent())
                .toList();
        return all.stream()
                .filter(block -> block.stanzas().stream()
                        .anyMatch(stanza -> stanza.directive().equals("kubernetes")))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The only key of a block, if it is plain and every name's. */
    static Optional<ServerKey> key(ServerBlock block) {
        return plainKeys(block)
                .filter(keys -> keys.size() == 1)
                .map(List::getFirst)
                .filter(key -> key.zone().equals("."));
    }

    /** The keys of a block, if each is a plain zone over DNS with a port that exists. */
    static Optional<List<ServerKey>> plainKeys(ServerBlock block) {
        List<ServerKey> keys = block.keys().stream()
                .filter(key -> !Environment.mentions(key))
                .map(ServerKey::parse)
                .filter(parsed -> parsed.keys().size() == 1)
                .map(parsed -> parsed.keys().getFirst())
                .filter(key -> key.transport().equals("dns")
                        && !key.port().startsWith("-")
                        && key.port().length() < 6)
                .toList();
        return keys.size() == block.keys().size() ? Optional.of(keys) : Optional.empty();
    }
}
