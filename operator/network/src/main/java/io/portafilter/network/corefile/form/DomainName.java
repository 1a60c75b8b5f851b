package io.portafilter.network.corefile.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of domains as the DNS library under CoreDNS sees them (miekg/dns). */
public final class DomainName {
    private static final int LONGEST = 256;
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /** Lower case, with a dot at the end. */
    public static String normal(String name) {
        return (isFull(name) ? name : name + ".").toLowerCase(Locale.ROOT);
    }

    /** Without the dot at the end, for people; the root stays a dot. */
    public static String display(String name) {
        String normal = normal(name);
        return normal.length() > 1 ? normal.substring(0, normal.length() - 1) : normal;
    }

    private static boolean isFull(String name) {
        if (!name.endsWith(".")) {
            return false;
        }
        int escapes = 0;
        for (int i = name.length() - 2; i >= 0 && name.charAt(i) == '\\'; i--) {
            escapes++;
        }
        return escapes % 2 == 0;
    }

    /** Whether a child is this name or lies below it; both normal. */
    public static boolean covers(String zone, String child) {
        return zone.equals(".") || child.equals(zone) || child.endsWith("." + zone);
    }

    /** Whether the name lies in a zone of addresses. */
    public static boolean isReverse(String name) {
        String normal = normal(name);
        return isBelowReverse(name) || normal.equals("in-addr.arpa.") || normal.equals("ip6.arpa.");
    }

    /** What CoreDNS takes for a reverse zone: the two tops themselves it takes for ordinary names. */
    public static boolean isBelowReverse(String name) {
        String normal = normal(name);
        return normal.endsWith(".in-addr.arpa.") || normal.endsWith(".ip6.arpa.");
    }

    /** miekg/dns IsDomainName. */
    public static boolean isValid(String name) {
        if (name.isEmpty()) {
            return false;
        }
        byte[] s = (isFull(name) ? name : name + ".").getBytes(StandardCharsets.UTF_8);
        int length = 0;
        int begin = 0;
        boolean wasDot = false;
        boolean escape = false;
        for (int i = 0; i < s.length; i++) {
            if (s[i] == '\\') {
                escape = !escape;
                if (length + 1 > LONGEST) {
                    return false;
                }
                int skip = isThreeDigits(s, i + 1) ? 3 : 1;
                i += skip;
                begin += skip;
                wasDot = false;
            } else if (s[i] == '.') {
                escape = false;
                int label = i - begin;
                length += 1 + label;
                if ((i == 0 && s.length > 1) || wasDot || label > LONGEST_LABEL || length > LONGEST) {
                    return false;
                }
                wasDot = true;
                begin = i + 1;
            } else {
                escape = false;
                wasDot = false;
            }
        }
        return !escape;
    }

    private static boolean isThreeDigits(byte[] s, int from) {
        if (from + 3 > s.length) {
            return false;
        }
        for (int i = from; i < from + 3; i++) {
            if (s[i] < '0' || s[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
