package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.Zones;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** plugin/hosts/setup.go. */
final class HostsReader {
    private final StanzaReader reader;
    private final int line;
    private final Optional<String> file;
    private final List<String> arguments;
    private final List<PluginOption> inline = new ArrayList<>();
    private OptionalInt ttl = OptionalInt.empty();
    private boolean reverse = true;
    private Optional<Duration> reload = Optional.empty();
    private Optional<List<String>> fallThrough = Optional.empty();
    private boolean falls;
    private Optional<PluginOption> unsupported = Optional.empty();

    private HostsReader(StanzaReader reader) {
        this.reader = reader;
        this.line = reader.line();
        List<String> words = reader.arguments();
        this.file = words.stream().findFirst();
        this.arguments = words.isEmpty() ? words : words.subList(1, words.size());
    }

    static List<Plugin> read(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Put all records into one hosts block");
            }
            read.add(new HostsReader(reader).stanza());
        }
        return read;
    }

    private Hosts stanza() throws Refused {
        for (PluginOption option : reader.options()) {
            option(option);
        }
        if (unsupported.isPresent() && !falls) {
            throw reader.value(
                    unsupported.orElseThrow(),
                    "fallthrough_unsupported requires fallthrough",
                    "Add a line fallthrough");
        }
        return new Hosts(
                line,
                file,
                arguments,
                Zones.origins(arguments, reader.keys()),
                inline,
                ttl,
                reverse,
                reload,
                fallThrough,
                unsupported.isPresent());
    }

    private void option(PluginOption option) throws Refused {
        switch (option.name()) {
            case "fallthrough" -> {
                fallThrough = Optional.of(option.arguments());
                falls = falls(option.arguments());
            }
            case "fallthrough_unsupported" -> {
                OptionValues.none(reader, option);
                reader.uses("fallthrough_unsupported", option.line(), 14, 7);
                unsupported = Optional.of(option);
            }
            case "no_reverse" -> reverse = false;
            case "ttl" -> {
                String text = OptionValues.first(reader, option, "ttl and seconds");
                ttl = OptionalInt.of(
                        (int) OptionValues.integer(reader, option, text, 1, 65535, "seconds from 1 to 65535"));
            }
            case "reload" ->
                reload = Optional.of(OptionValues.notNegative(
                        reader,
                        option,
                        OptionValues.one(reader, option, "reload and a duration, 0 to read the file once"),
                        "a duration such as 15s, 0 to read the file once"));
            default -> inline(option);
        }
    }

    private void inline(PluginOption option) throws Refused {
        if (falls) {
            throw reader.refuse(
                    Rule.OPTION_UNKNOWN,
                    option.line(),
                    option.text(),
                    "unknown property '" + option.name() + "': records must stand before fallthrough",
                    "Move this line above fallthrough");
        }
        if (option.arguments().stream().anyMatch(name -> name.startsWith("*."))) {
            reader.uses("a wildcard record", option.line(), 14, 5);
        }
        inline.add(option);
    }

    /** Zones that CoreDNS cannot read count as none. */
    private static boolean falls(List<String> zones) {
        return zones.isEmpty()
                || zones.stream().anyMatch(zone -> !Zones.exact(zone).isEmpty());
    }
}
