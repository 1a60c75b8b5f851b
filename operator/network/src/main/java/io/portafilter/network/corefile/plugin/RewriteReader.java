package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.problem.Refused;
import java.util.ArrayList;
import java.util.List;

/** plugin/rewrite/setup.go. */
final class RewriteReader {
    private RewriteReader() {}

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            int line = reader.line();
            List<String> words = reader.arguments();
            if (words.size() < 2) {
                while (reader.nextInBlock()) {
                    words.add(reader.value());
                }
            }
            new RewriteRules(reader, new PluginOption("rewrite", words, line)).check();
            read.add(new Rewrite(line, words));
        }
        return read;
    }
}
