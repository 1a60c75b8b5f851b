package io.portafilter.network.corefile.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server block: the zones that it serves, and its plugins.
 *
 * @param keys the zones as written, a comma behind them left out
 * @param file the file that it begins in
 * @param line the line that it begins on
 * @param comments what stands in comments above it
 * @param stanzas its plugins in the order of the text
 * @param closing comments behind the last plugin
 */
public record ServerBlock(
        List<String> keys, String file, int line, List<Comment> comments, List<Stanza> stanzas, List<Comment> closing) {
    /** Copies the lists. */
    public ServerBlock {
        keys = List.copyOf(keys);
        comments = List.copyOf(comments);
        stanzas = List.copyOf(stanzas);
        closing = List.copyOf(closing);
    }

    /** What CoreDNS hands to each plugin: all its stanzas' tokens in a row. The order between different plugins is lost there. */
    public Map<String, List<Token>> tokens() {
        Map<String, List<Token>> tokens = new LinkedHashMap<>();
        for (Stanza stanza : stanzas) {
            tokens.computeIfAbsent(stanza.directive(), name -> new ArrayList<>())
                    .addAll(stanza.tokens());
        }
        return tokens;
    }

    /** The same block with other plugins. */
    public ServerBlock withStanzas(List<Stanza> others) {
        return new ServerBlock(keys, file, line, comments, others, closing);
    }
}
