package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plugins that listen for HTTP: plugin/health, plugin/ready and plugin/metrics. */
final class ListenerReaders {
    private ListenerReaders() {}

    static List<Plugin> health(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            int line = reader.line();
            Optional<String> address = address(reader);
            Optional<Duration> lameduck = Optional.empty();
            for (PluginOption option : reader.options()) {
                if (!option.name().equals("lameduck")) {
                    throw reader.unknown(option, "Use lameduck");
                }
                String text = OptionValues.one(reader, option, "lameduck and a duration");
                lameduck = Optional.of(OptionValues.duration(reader, option, text, "a duration such as 5s"));
            }
            read.add(new Health(line, address, lameduck));
        }
        return read;
    }

    static List<Plugin> ready(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Remove one of them");
            }
            int line = reader.line();
            Optional<String> address = address(reader);
            List<PluginOption> options = reader.options();
            for (PluginOption option : options) {
                if (!option.name().equals("monitor")) {
                    throw reader.unknown(option, "Use monitor");
                }
                reader.uses("monitor", option.line(), 12, 2);
                String mode = OptionValues.one(reader, option, "monitor and a mode");
                OptionValues.oneOf(reader, option, mode, List.of("until-ready", "continuously"));
            }
            read.add(new Ready(line, address, options));
        }
        return read;
    }

    static List<Plugin> prometheus(StanzaReader reader) throws Refused {
        List<Plugin> read = new ArrayList<>();
        while (reader.next()) {
            if (!read.isEmpty()) {
                throw reader.twice("Remove one of them");
            }
            int line = reader.line();
            Optional<String> address = address(reader);
            List<PluginOption> options = reader.options();
            boolean tls = false;
            for (PluginOption option : options) {
                switch (option.name()) {
                    case "runtime_metrics" -> OptionValues.none(reader, option);
                    case "tls" -> {
                        OptionValues.one(reader, option, "tls and a file");
                        if (tls) {
                            throw reader.value(option, "tls block already specified", "Remove one of them");
                        }
                        tls = true;
                    }
                    default -> throw reader.unknown(option, "Use runtime_metrics or tls");
                }
            }
            read.add(new Prometheus(line, address, options));
        }
        return read;
    }

    private static Optional<String> address(StanzaReader reader) throws Refused {
        int line = reader.line();
        List<String> words = reader.arguments();
        String form = "Write nothing, or an address and a port such as :8080 or 127.0.0.1:8080";
        if (words.size() > 1) {
            throw reader.refuse(Rule.ARGUMENTS, line, String.join(" ", words), "wrong argument count", form);
        }
        Optional<String> address = words.stream().findFirst();
        if (address.isPresent() && HostPort.parse(address.orElseThrow()).isEmpty()) {
            throw reader.refuse(
                    Rule.VALUE,
                    line,
                    address.orElseThrow(),
                    "address " + address.orElseThrow() + ": missing port in address",
                    form);
        }
        return address;
    }
}
