package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.compare.Difference;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.render.Overriding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stays text.
 *
 * @param plugins plugins of the main block
 * @param blocks normal keys of server blocks
 */
record Kept(Set<String> plugins, Set<String> blocks) {
    /** Copies the sets. */
    Kept {
        plugins = Set.copyOf(plugins);
        blocks = Set.copyOf(blocks);
    }

    static Kept nothing() {
        return new Kept(Set.of(), Set.of());
    }

    /** Keeps what came out differently. */
    Kept more(Corefile live, List<Difference> differences) {
        Set<String> morePlugins = new HashSet<>(plugins);
        Set<String> moreBlocks = new HashSet<>(blocks);
        String main = MainBlocks.find(live, blocks).map(Meaning::key).orElse("");
        for (Difference difference : differences) {
            if (!difference.block().equals(main)) {
                moreBlocks.add(difference.block());
            } else if (difference.plugin().isEmpty()) {
                moreBlocks.add(main);
            } else {
                morePlugins.add(difference.plugin());
            }
        }
        Kept more = new Kept(morePlugins, moreBlocks);
        return more.equals(this) ? withImports(live, main) : more;
    }

    /** Where nothing new is to be kept, it is the place of an import among the other plugins that comes out differently. */
    private Kept withImports(Corefile live, String main) {
        Set<String> more = new HashSet<>(plugins);
        if (!more.add("import")) {
            live.blocks().stream()
                    .filter(block -> Meaning.key(block).equals(main))
                    .flatMap(block -> block.stanzas().stream())
                    .map(Stanza::directive)
                    .filter(name -> !Overriding.once(name))
                    .forEach(more::add);
        }
        return new Kept(more, blocks);
    }

    /** Keeps all plugins of the main block; the second time all blocks. */
    Kept everything(Corefile live, int time) {
        Set<String> all = new HashSet<>(plugins);
        Set<String> whole = new HashSet<>(blocks);
        for (ServerBlock block : live.blocks()) {
            block.stanzas().stream().map(Stanza::directive).forEach(all::add);
            if (time > 0) {
                whole.add(Meaning.key(block));
            }
        }
        return new Kept(all, whole);
    }

    boolean keeps(ServerBlock block) {
        return blocks.contains(Meaning.key(block));
    }
}
