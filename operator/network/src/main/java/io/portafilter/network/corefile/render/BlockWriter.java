package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.parse.Comment;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.StanzaPrinter;
import io.portafilter.network.corefile.parse.Words;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.settings.HostsSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the plugins of one server block, four spaces in. */
final class BlockWriter {
    private static final String INDENT = "    ";

    private final StringBuilder text;
    private final List<Problem> problems;

    BlockWriter(StringBuilder text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    void plugin(String... words) {
        plugin(Arrays.asList(words), List.of());
    }

    void plugin(List<String> words, List<List<String>> options) {
        String plugin = words.getFirst();
        line(1, plugin, words, options.isEmpty() ? "\n" : " {\n");
        options.forEach(option -> line(2, plugin, option, "\n"));
        if (!options.isEmpty()) {
            text.append(INDENT).append("}\n");
        }
    }

    /** Records first, for CoreDNS takes none below fallthrough; no file, for it would be the pod's own. */
    void hosts(HostsSettings hosts) {
        if (hosts.records().isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        hosts.records().forEach(record -> {
            List<String> line = new ArrayList<>(List.of(record.address()));
            line.addAll(record.names());
            lines.add(line);
        });
        hosts.ttlSeconds().ifPresent(ttl -> lines.add(List.of("ttl", Integer.toString(ttl))));
        lines.add(List.of("fallthrough"));
        plugin(List.of("hosts", "/dev/null"), lines);
    }

    void stanza(Stanza stanza) {
        StanzaPrinter.print(text, stanza, 1);
    }

    void comments(List<Comment> comments) {
        StanzaPrinter.comments(text, comments, 1);
    }

    void problems(List<Problem> others) {
        problems.addAll(others);
    }

    private void line(int depth, String plugin, List<String> words, String end) {
        text.append(INDENT.repeat(depth));
        text.append(
                String.join(" ", words.stream().map(word -> word(plugin, word)).toList()));
        text.append(end);
    }

    /** A word as it is written. */
    String word(String plugin, String word) {
        if (Environment.mentions(word)) {
            problems.add(problem(plugin, word, "CoreDNS would replace a part of it by an environment variable"));
        }
        return Words.write(word).orElseGet(() -> {
            problems.add(problem(plugin, word, "no form of this word can be read back by CoreDNS"));
            return "\"\"";
        });
    }

    private static Problem problem(String plugin, String word, String what) {
        return new Problem(Rule.SETTING, new Place("settings", 0), plugin, word, what, "Write another value");
    }
}
