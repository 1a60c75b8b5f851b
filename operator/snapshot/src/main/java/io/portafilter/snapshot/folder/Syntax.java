package io.portafilter.snapshot.folder;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The forms of text that the API server asks for. */
final class Syntax {
    private Syntax() {}

    /** A DNS-1123 subdomain: at most 253 characters; labels of lower-case letters, digits and inner dashes, joined by dots. */
    static boolean isSubdomain(String text) {
        if (text.length() > 253) {
            return false;
        }
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isLabelPart(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabelPart(text, start, text.length());
    }

    /** A DNS-1123 label: as one part of a subdomain, at most 63 characters. */
    static boolean isLabel(String text) {
        return text.length() <= 63 && isLabelPart(text, 0, text.length());
    }

    private static boolean isLabelPart(String text, int from, int to) {
        if (from == to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!good) {
                return false;
            }
        }
        return true;
    }

    /** A host of an Ingress rule: a name, or {@code *.} and a name; no address. */
    static boolean isHost(String text) {
        return isSubdomain(text.startsWith("*.") ? text.substring(2) : text) && !isIpv4(text);
    }

    static boolean isIpv4(String text) {
        if (text.chars().filter(c -> c == '.').count() != 3) {
            return false;
        }
        try {
            return Inet4Address.ofLiteral(text).getHostAddress().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isIpv6(String text) {
        if (text.indexOf(':') < 0 || text.indexOf('%') >= 0 || text.indexOf('[') >= 0) {
            return false;
        }
        try {
            return Inet6Address.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isIp(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** A time as in RFC 3339. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
