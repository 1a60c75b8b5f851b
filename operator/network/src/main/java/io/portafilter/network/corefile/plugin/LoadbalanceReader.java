package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.form.ReverseZones;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;

/** plugin/loadbalance/setup.go. */
final class LoadbalanceReader {
    private LoadbalanceReader() {}

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            int line = reader.line();
            List<String> words = reader.arguments();
            String policy = words.isEmpty() ? "round_robin" : words.getFirst();
            switch (policy) {
                case "round_robin" -> {
                    if (words.size() > 1) {
                        throw reader.refuse(
                                Rule.ARGUMENTS, line, words.get(1), "unknown property for round_robin", "Remove it");
                    }
                    options(reader, false);
                }
                case "weighted" -> {
                    reader.uses("weighted", line, 10, 1);
                    if (words.size() != 2) {
                        throw reader.refuse(
                                Rule.ARGUMENTS,
                                line,
                                String.join(" ", words),
                                words.size() < 2 ? "missing weight file argument" : "unexpected argument(s)",
                                "Write loadbalance weighted FILE");
                    }
                    options(reader, true);
                }
                default ->
                    throw reader.refuse(
                            Rule.VALUE,
                            line,
                            policy,
                            "unknown policy: " + policy,
                            "Write loadbalance alone; to keep answers in order, remove the line");
            }
            read.add(new Loadbalance(line, words));
        }
        return read;
    }

    private static void options(StanzaReader reader, boolean weighted) throws Refused {
        for (PluginOption option : reader.options()) {
            if (weighted && option.name().equals("reload")) {
                String text = OptionValues.one(reader, option, "reload and a duration");
                if (GoDuration.parse(text).isEmpty()) {
                    throw reader.value(
                            option, "invalid reload duration '" + text + "'", "Write a duration such as 30s");
                }
            } else if (!weighted && option.name().equals("prefer")) {
                reader.uses("prefer", option.line(), 12, 4);
                for (String network : option.arguments()) {
                    if (ReverseZones.of(network).isEmpty()) {
                        throw reader.value(
                                option, "invalid CIDR \"" + network + "\"", "Write a network such as 10.0.0.0/8");
                    }
                }
            } else {
                throw reader.unknown(option, weighted ? "Use reload" : "Use prefer");
            }
        }
    }
}
