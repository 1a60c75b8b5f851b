package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.parse.Comment;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.List;

/** Text that settings hold word for word: read so that it cannot break out of its place. */
final class ExtraText {
    static final String PLUGINS = "extraPlugins";
    static final String SERVER_BLOCKS = "extraServerBlocks";
    /** A block behind the text: it disappears where the text leaves a brace open, which CoreDNS's parser forgives at the end. */
    private static final String FENCE = "fence.invalid";

    private ExtraText() {}

    /** The plugins of a text. */
    record Plugins(List<Stanza> stanzas, List<Comment> closing, List<Problem> problems) {}

    static Plugins plugins(String text) {
        Corefile corefile = CorefileParser.keeping().parse(PLUGINS, ". { " + text + "\n}\n" + FENCE + " {\n}\n");
        List<ServerBlock> blocks = corefile.blocks();
        if (!corefile.parsed()) {
            return new Plugins(List.of(), List.of(), refused(corefile));
        }
        boolean stays = blocks.size() == 2
                && blocks.getFirst().keys().equals(List.of("."))
                && blocks.getLast().keys().equals(List.of(FENCE))
                && corefile.imports().isEmpty()
                && corefile.trailing().isEmpty();
        if (!stays) {
            return new Plugins(
                    List.of(),
                    List.of(),
                    List.of(new Problem(
                            Rule.SETTING,
                            new Place(PLUGINS, 0),
                            PLUGINS,
                            "",
                            "its braces do not pair, so it would end the server block that it stands in, or swallow what follows",
                            "Give each { a }, and put server blocks into " + SERVER_BLOCKS)));
        }
        return new Plugins(blocks.getFirst().stanzas(), blocks.getFirst().closing(), List.of());
    }

    static Corefile serverBlocks(String text) {
        Corefile corefile = CorefileParser.keeping().parse(SERVER_BLOCKS, text);
        return corefile.parsed()
                ? new Corefile(corefile.blocks(), corefile.imports(), corefile.trailing(), List.of())
                : new Corefile(List.of(), List.of(), List.of(), refused(corefile));
    }

    private static List<Problem> refused(Corefile corefile) {
        return corefile.problems().stream().filter(Problem::refused).toList();
    }
}
