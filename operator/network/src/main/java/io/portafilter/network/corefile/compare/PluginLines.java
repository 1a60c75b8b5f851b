package io.portafilter.network.corefile.compare;

import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.Token;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.render.Overriding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines that CoreDNS hands to each plugin. */
final class PluginLines {
    /** Plugins whose options may stand in any order. */
    private static final Set<String> UNORDERED =
            Set.of("cache", "forward", "health", "kubernetes", "prometheus", "ready");

    private static final String IMPORT = "import";

    private PluginLines() {}

    /**
     * Lines by plugin. An import that was not followed may bring in more of any plugin that can stand several times; so each of
     * those also says how many imports stand before it.
     */
    static Map<String, List<List<String>>> of(ServerBlock block) {
        Map<String, List<List<String>>> plugins = new LinkedHashMap<>();
        int imports = 0;
        for (Stanza stanza : block.stanzas()) {
            if (isMark(stanza)) {
                continue;
            }
            String name = stanza.directive();
            List<List<String>> lines = plugins.computeIfAbsent(name, key -> new ArrayList<>());
            if (name.equals(IMPORT)) {
                imports++;
            } else if (imports > 0 && !Overriding.once(name)) {
                lines.add(List.of("behind " + imports + " imports"));
            }
            lines.addAll(canonical(stanza));
        }
        return plugins;
    }

    /** Our own record of a generation. */
    private static boolean isMark(Stanza stanza) {
        return stanza.directive().equals("chaos")
                && stanza.tokens().size() == 2
                && stanza.tokens().getLast().text().startsWith(Mark.PREFIX);
    }

    private static List<List<String>> canonical(Stanza stanza) {
        List<List<String>> lines = split(stanza);
        boolean simple = lines.size() > 3
                && lines.getFirst().getLast().equals("{")
                && lines.getLast().equals(List.of("}"))
                && lines.subList(1, lines.size() - 1).stream()
                        .noneMatch(line -> line.contains("{") || line.contains("}"));
        if (simple && UNORDERED.contains(stanza.directive())) {
            List<List<String>> options = lines.subList(1, lines.size() - 1);
            boolean distinct =
                    options.stream().map(PluginLines::option).distinct().count() == options.size();
            if (distinct) {
                options.sort(Comparator.comparing(line -> String.join(" ", line)));
            }
        }
        return lines;
    }

    /** Cache's disable stands once for each kind. */
    private static String option(List<String> line) {
        return line.getFirst().equals("disable") && line.size() > 1 ? "disable " + line.get(1) : line.getFirst();
    }

    private static List<List<String>> split(Stanza stanza) {
        List<List<String>> lines = new ArrayList<>();
        Token before = null;
        for (Token token : stanza.tokens()) {
            if (before == null || !token.continues(before)) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(token.text());
            before = token;
        }
        return lines;
    }
}
