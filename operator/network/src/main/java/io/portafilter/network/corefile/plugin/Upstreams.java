package io.portafilter.network.corefile.plugin;

import com.google.re2j.Pattern;
import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.HostPort;
import io.portafilter.network.corefile.form.Transport;

/** What forward makes of one of its targets. */
public final class Upstreams {
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** What a target is. */
    public enum Kind {
        /** An address, with or without a port. */
        ADDRESS,
        /** A file like resolv.conf. */
        FILE,
        /** A name that is resolved once, when CoreDNS starts. */
        NAME,
        /** Nothing that forward takes. */
        NOTHING
    }

    /**
     * A target, taken apart.
     *
     * @param kind what it is
     * @param transport {@code dns}, {@code tls}, …
     * @param host the address, file or name
     * @param serverName the name behind {@code %}; empty where there is none
     */
    public record Upstream(Kind kind, String transport, String host, String serverName) {}

    private Upstreams() {}

    /** Takes a target apart. */
    public static Upstream of(String text) {
        Transport transport = Transport.of(text);
        String rest = transport.rest();
        if (rest.startsWith("/")) {
            Kind kind = transport.name().equals("dns") && HostPort.parse(rest).isEmpty() ? Kind.FILE : Kind.NOTHING;
            return new Upstream(kind, transport.name(), rest, "");
        }
        String host = HostPort.parse(rest).map(HostPort::host).orElse(trimBrackets(rest));
        boolean badPort = HostPort.parse(rest)
                .filter(split -> !PORT.matches(split.port()))
                .isPresent();
        int percent = host.lastIndexOf('%');
        String name = percent < 0 ? "" : host.substring(percent + 1);
        String bare = percent < 0 ? host : host.substring(0, percent);
        return new Upstream(badPort ? Kind.NOTHING : kind(bare), transport.name(), bare, name);
    }

    private static Kind kind(String host) {
        if (Address.parse(host).isPresent()) {
            return Kind.ADDRESS;
        }
        boolean name = DomainName.isValid(host)
                && !host.contains("/")
                && !host.contains(":")
                && !host.contains("{")
                && !NUMERIC_END.matches(host);
        return name ? Kind.NAME : Kind.NOTHING;
    }

    private static String trimBrackets(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && "[]".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "[]".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
