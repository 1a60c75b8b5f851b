package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.form.GoDuration;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.problem.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The forms of values that several plugins share. */
final class OptionValues {
    private OptionValues() {}

    static void none(StanzaReader reader, PluginOption option) throws Refused {
        if (!option.arguments().isEmpty()) {
            throw reader.arguments(option, option.name() + " alone");
        }
    }

    static String one(StanzaReader reader, PluginOption option, String form) throws Refused {
        if (option.arguments().size() != 1) {
            throw reader.arguments(option, form);
        }
        return option.arguments().getFirst();
    }

    static String first(StanzaReader reader, PluginOption option, String form) throws Refused {
        if (option.arguments().isEmpty()) {
            throw reader.arguments(option, form);
        }
        return option.arguments().getFirst();
    }

    static Duration duration(StanzaReader reader, PluginOption option, String text, String form) throws Refused {
        Optional<Duration> duration = GoDuration.parse(text);
        if (duration.isEmpty()) {
            throw reader.value(option, "\"" + text + "\" is no duration", "Write " + form);
        }
        return duration.orElseThrow();
    }

    static Duration notNegative(StanzaReader reader, PluginOption option, String text, String form) throws Refused {
        Duration duration = duration(reader, option, text, form);
        if (duration.isNegative()) {
            throw reader.value(option, "a negative duration", "Write " + form);
        }
        return duration;
    }

    static long integer(StanzaReader reader, PluginOption option, String text, long least, long most, String form)
            throws Refused {
        OptionalLong number = GoNumber.integer(text);
        if (number.isEmpty()) {
            throw reader.value(option, "\"" + text + "\" is no number", "Write " + form);
        }
        if (number.getAsLong() < least || number.getAsLong() > most) {
            throw reader.value(option, text + " is not between " + least + " and " + most, "Write " + form);
        }
        return number.getAsLong();
    }

    static void oneOf(StanzaReader reader, PluginOption option, String text, List<String> values) throws Refused {
        if (!values.contains(text)) {
            throw reader.value(option, "\"" + text + "\" is none of " + String.join(", ", values), "Write one of them");
        }
    }
}
