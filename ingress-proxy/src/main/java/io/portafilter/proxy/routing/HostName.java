package io.portafilter.proxy.routing;

/** The form of a host name in which hosts are compared (behaviour §2.5). */
public final class HostName {
    private HostName() {}

    /**
     * Lower-case, without port and without one trailing dot; the name itself when it has that form already. Checks nothing: an
     * authority that breaks the grammar comes out as some name that no host has.
     *
     * @param authority a Host header or the authority of a request target, for example {@code Shop.Example.com:8080}
     */
    public static String of(String authority) {
        int end = endOfName(authority);
        if (end > 0 && authority.charAt(end - 1) == '.') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (isUpper(authority.charAt(i))) {
                return lower(authority, end);
            }
        }
        return authority.substring(0, end);
    }

    private static int endOfName(String authority) {
        int literal = authority.startsWith("[") ? authority.indexOf(']') : -1;
        int colon = authority.indexOf(':', literal + 1);
        return colon < 0 ? authority.length() : colon;
    }

    /** Only ASCII: header bytes are no text of any language. */
    private static String lower(String authority, int end) {
        char[] name = new char[end];
        for (int i = 0; i < end; i++) {
            char c = authority.charAt(i);
            name[i] = isUpper(c) ? (char) (c + ('a' - 'A')) : c;
        }
        return new String(name);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
