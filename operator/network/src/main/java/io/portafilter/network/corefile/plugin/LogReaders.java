package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.GoRegex;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** plugin/errors/setup.go and plugin/log/setup.go. */
final class LogReaders {
    private static final Set<String> LEVELS = Set.of("warning", "error", "info", "debug");

    private LogReaders() {}

    static List<Plugin> errors(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Put all consolidate lines into one errors block");
            }
            int line = reader.line();
            List<String> words = reader.arguments();
            if (!words.isEmpty() && !words.equals(List.of("stdout"))) {
                throw reader.refuse(
                        Rule.ARGUMENTS, line, String.join(" ", words), "invalid log file", "Write errors alone");
            }
            List<PluginOption> options = reader.options();
            for (PluginOption option : options) {
                if (option.name().equals("consolidate")) {
                    consolidate(reader, option);
                } else if (!option.name().equals("stacktrace")) {
                    throw reader.unknown(option, "Use consolidate or stacktrace");
                }
            }
            read.add(new Errors(line, words, options));
        }
        return read;
    }

    private static void consolidate(StanzaReader reader, PluginOption option) throws Refused {
        String form = "consolidate DURATION REGEXP [LEVEL] [show_first]";
        List<String> words = option.arguments();
        if (words.size() < 2 || words.size() > 4) {
            throw reader.arguments(option, form);
        }
        OptionValues.duration(reader, option, words.getFirst(), form);
        if (GoRegex.groups(words.get(1)).isEmpty()) {
            throw reader.value(option, "no regular expression that Go takes", "Correct it");
        }
        boolean level = false;
        boolean first = false;
        for (String word : words.subList(2, words.size())) {
            if (word.equals("show_first")) {
                reader.uses("show_first", option.line(), 14, 0);
                first = true;
            } else if (LEVELS.contains(word) && !level && !first) {
                level = true;
            } else {
                throw reader.value(option, "unknown option in consolidate: " + word, "Write " + form);
            }
        }
    }

    static List<Plugin> log(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            int line = reader.line();
            List<String> words = reader.arguments();
            List<PluginOption> options = reader.options();
            for (PluginOption option : options) {
                if (!option.name().equals("class")) {
                    throw reader.unknown(option, "Use class");
                }
                OptionValues.first(reader, option, "class and success, denial, error or all");
                for (String word : option.arguments()) {
                    OptionValues.oneOf(reader, option, word, List.of("success", "denial", "error", "all"));
                }
            }
            read.add(new Log(line, words, options));
        }
        return read;
    }
}
