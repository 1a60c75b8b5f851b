package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** plugin/cache/setup.go. */
final class CacheReader {
    private CacheReader() {}

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice(
                        "Put all options into one cache block; a zone with other options needs its own server block");
            }
            read.add(stanza(reader));
        }
        return read;
    }

    private static Cache stanza(StanzaReader reader) throws Refused {
        int line = reader.line();
        List<String> words = reader.arguments();
        OptionalLong number = words.isEmpty() ? OptionalLong.empty() : GoNumber.integer(words.getFirst());
        if (number.isPresent() && number.getAsLong() <= 0) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    words.getFirst(),
                    "cache TTL can not be zero or negative: " + words.getFirst(),
                    "Write at least 1 second, or remove the cache plugin");
        }
        List<PluginOption> options = reader.options();
        new CacheOptions(reader).check(options);
        int ttl = (int) Math.min(number.orElse(0), Integer.MAX_VALUE);
        return new Cache(
                line,
                number.isPresent() ? OptionalInt.of(ttl) : OptionalInt.empty(),
                number.isPresent() ? words.subList(1, words.size()) : words,
                options);
    }
}
