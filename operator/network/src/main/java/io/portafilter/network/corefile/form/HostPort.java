package io.portafilter.network.corefile.form;

import java.util.Optional;

/**
 * Go's net.SplitHostPort.
 *
 * @param host without brackets; may be empty
 * @param port whatever stands behind the last colon; may be empty
 */
public record HostPort(String host, String port) {
    /** Nothing where Go would refuse it. */
    public static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String port = text.substring(colon + 1);
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0 || close + 1 != colon || text.indexOf('[', 1) >= 0 || port.contains("]")) {
                return Optional.empty();
            }
            return Optional.of(new HostPort(text.substring(1, close), port));
        }
        String host = text.substring(0, colon);
        return host.contains(":") || text.contains("[") || text.contains("]")
                ? Optional.empty()
                : Optional.of(new HostPort(host, port));
    }

    /** The port as a number, 0 to 65535. */
    public Optional<Integer> number() {
        return GoNumber.integer(port).stream()
                .filter(number -> number >= 0 && number <= 65535)
                .mapToObj(number -> (int) number)
                .findFirst();
    }

    /** Go's net.JoinHostPort. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
