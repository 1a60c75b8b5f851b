package io.portafilter.network.kubeproxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** kube-proxy's log: it says at its start what it does. */
public final class ProxyLog {
    private static final List<Pattern> SAYINGS = List.of(
            Pattern.compile("Using (iptables|ipvs|nftables|userspace) Proxier", Pattern.CASE_INSENSITIVE),
            Pattern.compile("assuming (iptables|userspace) proxy", Pattern.CASE_INSENSITIVE),
            Pattern.compile("Flag proxy-mode=\"[^\"]*\" unknown, assuming (iptables) proxy", Pattern.CASE_INSENSITIVE));

    private ProxyLog() {}

    /** The mode that the last line about it names. */
    public static Optional<String> mode(String log) {
        return log.lines()
                .flatMap(line ->
                        SAYINGS.stream().map(saying -> saying.matcher(line)).filter(Matcher::find))
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
                .reduce((first, second) -> second);
    }
}
