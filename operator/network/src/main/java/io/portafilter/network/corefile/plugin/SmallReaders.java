package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** plugin/loop, plugin/reload, plugin/autopath and plugin/chaos. */
final class SmallReaders {
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(2);
    private static final Duration LEAST_JITTER = Duration.ofSeconds(1);

    private SmallReaders() {}

    static List<Plugin> loop(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Remove one of them");
            }
            read.add(new Loop(reader.line()));
            if (reader.nextArgument()) {
                throw reader.refuse(
                        Rule.ARGUMENTS, reader.line(), reader.value(), "wrong argument count", "Write loop alone");
            }
        }
        return read;
    }

    static List<Plugin> reload(StanzaReader reader) throws Refused {
        reader.next();
        int line = reader.line();
        List<String> words = reader.arguments();
        if (words.size() > 2) {
            throw reader.refuse(
                    Rule.ARGUMENTS,
                    line,
                    String.join(" ", words),
                    "wrong argument count",
                    "Write reload [INTERVAL] [JITTER]");
        }
        List<Duration> durations = new ArrayList<>();
        for (String word : words) {
            durations.add(GoDuration.parse(word)
                    .orElseThrow(() ->
                            reader.refuse(Rule.VALUE, line, word, "invalid duration", "Write a duration such as 30s")));
        }
        Optional<Duration> interval = durations.stream().findFirst();
        Optional<Duration> jitter = durations.stream().skip(1).findFirst();
        if (interval.orElse(LEAST_INTERVAL).compareTo(LEAST_INTERVAL) < 0) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    words.getFirst(),
                    "interval value must be greater or equal to 2s",
                    "Write at least 2s");
        }
        Duration shake = jitter.orElse(LEAST_JITTER);
        if (!shake.isZero() && shake.compareTo(LEAST_JITTER) < 0) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    words.getLast(),
                    "jitter value must be 0 or greater or equal to 1s",
                    "Write 0s or at least 1s");
        }
        return List.of(new Reload(line, interval, jitter));
    }

    static List<Plugin> autopath(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            int line = reader.line();
            List<String> words = reader.arguments();
            if (words.isEmpty()) {
                throw reader.refuse(Rule.ARGUMENTS, line, "", "no resolv-conf specified", "Write autopath @kubernetes");
            }
            String source = words.getLast();
            if (!source.startsWith("@") && !source.startsWith("/")) {
                throw reader.refuse(
                        Rule.VALUE,
                        line,
                        source,
                        "failed to parse \"" + source + "\": no such file",
                        "Write @kubernetes, or the full path of a file like resolv.conf");
            }
            read.add(new Autopath(line, words.subList(0, words.size() - 1), source));
        }
        return read;
    }

    static List<Plugin> chaos(StanzaReader reader) throws Refused {
        reader.next();
        int line = reader.line();
        List<String> words = reader.arguments();
        if (reader.nextInBlock()) {
            throw reader.refuse(
                    Rule.OPTION_UNKNOWN,
                    reader.line(),
                    reader.value(),
                    "unknown property",
                    "Write chaos VERSION AUTHOR…");
        }
        return List.of(new Chaos(line, words));
    }
}
