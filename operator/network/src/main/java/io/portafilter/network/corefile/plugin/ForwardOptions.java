package io.portafilter.network.corefile.plugin;

import static io.portafilter.network.corefile.problem.Rule.ARGUMENTS;

import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.GoNumber;
import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.problem.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The lines between forward's braces. */
final class ForwardOptions {
    private static final Map<String, int[]> SINCE = Map.of(
            "max_concurrent", new int[] {6, 8},
            "next", new int[] {11, 4},
            "failfast_all_unhealthy_upstreams", new int[] {12, 1},
            "failover", new int[] {13, 0},
            "max_connect_attempts", new int[] {13, 2},
            "max_age", new int[] {14, 3},
            "resolver", new int[] {14, 4},
            "doh_method", new int[] {14, 5},
            "source_address", new int[] {14, 6});

    private final StanzaReader reader;
    private Duration expire = Duration.ofSeconds(10);
    private Duration maxAge = Duration.ZERO;

    ForwardOptions(StanzaReader reader) {
        this.reader = reader;
    }

    List<PluginOption> read() throws Refused {
        List<PluginOption> options = new ArrayList<>();
        while (reader.nextInBlock()) {
            String name = reader.value();
            int line = reader.line();
            PluginOption option = new PluginOption(name, reader.arguments(), line);
            int[] since = SINCE.get(name);
            if (since != null) {
                reader.uses(name, line, since[0], since[1]);
            }
            check(option);
            options.add(option);
        }
        if (maxAge.isPositive() && maxAge.compareTo(expire) < 0) {
            PluginOption last = options.getLast();
            throw reader.value(
                    last, "max_age (" + maxAge + ") must not be less than expire (" + expire + ")", "Raise max_age");
        }
        return options;
    }

    private void check(PluginOption option) throws Refused {
        switch (option.name()) {
            case "except" -> OptionValues.first(reader, option, "except and zones");
            case "max_fails", "max_connect_attempts" -> unsigned(option);
            case "max_concurrent", "max_idle_conns" ->
                OptionValues.integer(reader, option, single(option), 0, Long.MAX_VALUE, "0 or more");
            case "health_check" -> healthCheck(option);
            case "force_tcp", "prefer_udp", "next_on_nodata", "failfast_all_unhealthy_upstreams" ->
                OptionValues.none(reader, option);
            case "tls" -> {
                if (option.arguments().size() > 3) {
                    throw reader.arguments(option, "tls [CERTIFICATE KEY] [CA]");
                }
            }
            case "tls_servername" -> single(option);
            case "expire" ->
                expire = OptionValues.notNegative(reader, option, single(option), "a duration such as 10s");
            case "max_age" ->
                maxAge = OptionValues.notNegative(reader, option, single(option), "a duration such as 30s");
            case "read_timeout" -> {
                if (!OptionValues.duration(reader, option, single(option), "a duration such as 5s")
                        .isPositive()) {
                    throw reader.value(option, "read_timeout must be positive", "Write a duration such as 5s");
                }
            }
            case "doh_method" -> OptionValues.oneOf(reader, option, single(option), List.of("POST", "GET"));
            case "policy" ->
                OptionValues.oneOf(reader, option, single(option), List.of("random", "round_robin", "sequential"));
            case "next", "failover" -> codes(option);
            case "resolver" -> resolvers(option);
            case "source_address" -> {
                if (Address.parse(single(option)).isEmpty()) {
                    throw reader.value(option, "invalid IP address", "Write an address of this machine");
                }
            }
            default ->
                throw reader.unknown(
                        option, "Remove it, or correct it to an option of forward such as max_concurrent or policy");
        }
    }

    private String single(PluginOption option) throws Refused {
        return OptionValues.one(reader, option, option.name() + " and one value");
    }

    private void unsigned(PluginOption option) throws Refused {
        OptionalLong number = GoNumber.unsigned(single(option));
        if (number.isEmpty()) {
            throw reader.value(option, "invalid syntax", "Write a number, 0 or more");
        }
    }

    private void healthCheck(PluginOption option) throws Refused {
        List<String> words = option.arguments();
        String form = "health_check DURATION [no_rec] [domain NAME]";
        OptionValues.notNegative(reader, option, OptionValues.first(reader, option, form), form);
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("no_rec")) {
                continue;
            }
            if (!words.get(i).equals("domain")) {
                throw reader.value(option, "health_check: unknown option " + words.get(i), "Write " + form);
            }
            if (++i == words.size()) {
                throw reader.refuse(
                        ARGUMENTS,
                        option.line(),
                        option.text(),
                        "Wrong argument count or unexpected line ending after 'domain'",
                        "Write " + form);
            }
            if (!DomainName.isValid(words.get(i))) {
                throw reader.value(option, "health_check: invalid domain name " + words.get(i), "Write " + form);
            }
        }
    }

    private void codes(PluginOption option) throws Refused {
        OptionValues.first(reader, option, option.name() + " and response codes such as NXDOMAIN");
        for (String word : option.arguments()) {
            String code = word.toUpperCase(Locale.ROOT);
            if (!DnsNames.CODES.contains(code)) {
                throw reader.value(option, word + " is not a valid rcode", "Write codes such as NXDOMAIN or SERVFAIL");
            }
            if (option.name().equals("failover") && code.equals("NOERROR")) {
                throw reader.value(option, "NoError cannot be used in failover", "Remove it");
            }
        }
    }

    private void resolvers(PluginOption option) throws Refused {
        OptionValues.first(reader, option, "resolver and addresses");
        for (String word : option.arguments()) {
            String host = HostPort.parse(word).map(HostPort::host).orElse(word);
            if (Address.parse(host).isEmpty()) {
                throw reader.value(
                        option, "resolver must be an IP address or IP:port: \"" + word + "\"", "Write an address");
            }
        }
    }
}
