package io.portafilter.network.corefile.plugin;

import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The lines between cache's braces. */
final class CacheOptions {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final long LONGEST_TTL = 0xFFFF_FFFFL;

    private final StanzaReader reader;

    CacheOptions(StanzaReader reader) {
        this.reader = reader;
    }

    void check(List<PluginOption> options) throws Refused {
        PluginOption policy = null;
        boolean stale = false;
        for (PluginOption option : options) {
            if (option.name().equals("serve_stale_policy")) {
                if (policy != null) {
                    throw reader.value(option, "serve_stale_policy can only be specified once", "Remove one of them");
                }
                policy = option;
            }
            stale |= option.name().equals("serve_stale");
            check(option);
        }
        if (policy != null && !stale) {
            throw reader.value(policy, "serve_stale_policy requires serve_stale", "Add a line serve_stale");
        }
    }

    private void check(PluginOption option) throws Refused {
        List<String> words = option.arguments();
        switch (option.name()) {
            case "success", "denial" -> capacity(option);
            case "prefetch" -> prefetch(option);
            case "serve_stale" -> {
                reader.uses("serve_stale", option.line(), 6, 6);
                serveStale(option);
            }
            case "serve_stale_policy" -> {
                reader.uses("serve_stale_policy", option.line(), 14, 7);
                String value = OptionValues.one(reader, option, "serve_stale_policy prefer_positive");
                OptionValues.oneOf(reader, option, value.toLowerCase(Locale.ROOT), List.of("prefer_positive"));
            }
            case "servfail" -> {
                reader.uses("servfail", option.line(), 9, 4);
                String text = OptionValues.one(reader, option, "servfail and a duration");
                if (OptionValues.notNegative(reader, option, text, "a duration up to 5m")
                                .compareTo(FIVE_MINUTES)
                        > 0) {
                    throw reader.value(
                            option, "caching SERVFAIL responses over 5 minutes is not permitted", "Write 5m or less");
                }
            }
            case "disable" -> {
                reader.uses("disable", option.line(), 9, 4);
                String kind = OptionValues.first(reader, option, "disable success or disable denial, and zones");
                OptionValues.oneOf(reader, option, kind, List.of("success", "denial"));
            }
            case "keepttl" -> {
                reader.uses("keepttl", option.line(), 10, 1);
                OptionValues.none(reader, option);
            }
            default ->
                throw reader.refuse(
                        Rule.OPTION_UNKNOWN,
                        option.line(),
                        option.text(),
                        "Wrong argument count or unexpected line ending after '" + option.name() + "': no such option",
                        "Use success, denial, prefetch, serve_stale, servfail, disable or keepttl");
        }
        if (words.size() > 5 && option.name().equals("serve_stale")) {
            throw reader.arguments(option, "serve_stale DURATION verify TIMEOUT TTL RECHECK at most");
        }
    }

    private void capacity(PluginOption option) throws Refused {
        String form = option.name() + " CAPACITY [TTL [LEAST_TTL]]";
        List<String> words = option.arguments();
        OptionValues.integer(
                reader, option, OptionValues.first(reader, option, form), Long.MIN_VALUE, Long.MAX_VALUE, form);
        if (words.size() > 1) {
            OptionValues.integer(reader, option, words.get(1), 1, Long.MAX_VALUE, form);
        }
        if (words.size() > 2) {
            OptionValues.integer(reader, option, words.get(2), 0, Long.MAX_VALUE, form);
        }
    }

    private void prefetch(PluginOption option) throws Refused {
        String form = "prefetch AMOUNT [DURATION [PERCENT%]]";
        List<String> words = option.arguments();
        if (words.isEmpty() || words.size() > 3) {
            throw reader.arguments(option, form);
        }
        OptionValues.integer(reader, option, words.getFirst(), 0, Long.MAX_VALUE, form);
        if (words.size() > 1) {
            OptionValues.duration(reader, option, words.get(1), form);
        }
        if (words.size() > 2) {
            String percent = words.get(2);
            if (!percent.endsWith("%")) {
                throw reader.value(option, "last character of percentage should be %", "Write " + form);
            }
            OptionValues.integer(reader, option, percent.substring(0, percent.length() - 1), 10, 90, "10% to 90%");
        }
    }

    private void serveStale(PluginOption option) throws Refused {
        List<String> words = option.arguments();
        String form = "serve_stale [DURATION [immediate [TTL [RECHECK]] | verify [TIMEOUT [TTL [RECHECK]]]]]";
        if (words.isEmpty()) {
            return;
        }
        OptionValues.notNegative(reader, option, words.getFirst(), form);
        if (words.size() == 1) {
            return;
        }
        String mode = words.get(1).toLowerCase(Locale.ROOT);
        OptionValues.oneOf(reader, option, mode, List.of("immediate", "verify"));
        int at = 2;
        if (mode.equals("verify") && words.size() > at) {
            OptionValues.notNegative(reader, option, words.get(at++), form);
        }
        if (words.size() > at) {
            Duration ttl = OptionValues.notNegative(reader, option, words.get(at++), form);
            if (ttl.toNanosPart() != 0 || ttl.toSeconds() > LONGEST_TTL) {
                throw reader.value(
                        option, "serve_stale response TTL must be a whole number of seconds", "Write " + form);
            }
        }
        if (words.size() > at
                && OptionValues.notNegative(reader, option, words.get(at++), form)
                                .compareTo(FIVE_MINUTES)
                        > 0) {
            throw reader.value(option, "serve_stale failure recheck cannot exceed 5 minutes", "Write 5m or less");
        }
        if (words.size() > at) {
            throw reader.arguments(option, form);
        }
    }
}
