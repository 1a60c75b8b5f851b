package io.portafilter.cli;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where requests go.
 *
 * @param kind what the address is
 * @param address IP address without brackets, or DNS name
 * @param port 1 to 65535
 */
record ManifestTarget(Kind kind, String address, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final int LAST_PORT = 65535;

    /** What an address is. */
    enum Kind {
        IPV4,
        IPV6,
        NAME
    }

    /**
     * Reads {@code ADDRESS:PORT}.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static ManifestTarget parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not ADDRESS:PORT; write it as localhost:3000, 192.0.2.7:80 or [::1]:3000");
        }
        int port = Integer.parseInt(form.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("the port " + port + " is not one of 1 to " + LAST_PORT);
        }
        if (form.group(1) != null) {
            return new ManifestTarget(Kind.IPV6, ip(form.group(1), Inet6Address::ofLiteral, "IPv6"), port);
        }
        String address = form.group(2).toLowerCase(Locale.ROOT);
        if (address.equals("localhost")) {
            return new ManifestTarget(Kind.IPV4, "127.0.0.1", port);
        }
        return DIGITS.matcher(address).matches()
                ? new ManifestTarget(Kind.IPV4, ip(address, Inet4Address::ofLiteral, "IPv4"), port)
                : new ManifestTarget(Kind.NAME, name(address), port);
    }

    private static String ip(String text, Function<String, InetAddress> read, String family) {
        try {
            var _ = read.apply(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an " + family + " address", e);
        }
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is neither an IP address nor a DNS name");
        }
        return text;
    }
}
