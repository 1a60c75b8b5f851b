package io.portafilter.proxy.head;

import io.netty.util.NetUtil;

/** Host and optional port (RFC 9110 §7.2). */
final class Authority {
    private Authority() {}

    /** Refuses everything but a name of letters, digits, {@code - . _}, or an address, and a port. */
    static void check(String authority) throws BadHead {
        int end = nameEnd(authority);
        if (end == 0 || !validName(authority, end) || !validPort(authority, end)) {
            throw new BadHead(400, "invalid host");
        }
    }

    private static int nameEnd(String authority) {
        int from = authority.startsWith("[") ? Math.max(0, authority.indexOf(']')) : 0;
        int colon = authority.indexOf(':', from);
        return colon < 0 ? authority.length() : colon;
    }

    private static boolean validName(String authority, int end) {
        if (authority.charAt(0) == '[') {
            return authority.charAt(end - 1) == ']' && NetUtil.isValidIpV6Address(authority.substring(1, end - 1));
        }
        for (int i = 0; i < end; i++) {
            char c = authority.charAt(i);
            if (!Chars.host(c) || (c == '.' && i > 0 && authority.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean validPort(String authority, int colon) {
        if (authority.length() - colon > 6) {
            return false;
        }
        for (int i = colon + 1; i < authority.length(); i++) {
            if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
