package io.portafilter.compiler.catalogue;

import com.google.re2j.Pattern;

/**
 * An address or a network, version 4 or 6 (RFC 4291 §2.2), as Go's net package reads them: no leading zeros in version 4, no zone,
 * no short forms.
 */
public final class Cidr {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int GROUPS = 8;

    private Cidr() {}

    /** Whether the text is an address or a network. */
    public static boolean accepts(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return bits(text) > 0;
        }
        String length = text.substring(slash + 1);
        return LENGTH.matches(length) && Integer.parseInt(length) <= bits(text.substring(0, slash));
    }

    /** How long the address is, or -1 if it is none. */
    private static int bits(String address) {
        if (V4.matches(address)) {
            return 32;
        }
        return isV6(address) ? 128 : -1;
    }

    private static boolean isV6(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address, true) == GROUPS;
        }
        String before = address.substring(0, gap);
        String after = address.substring(gap + 2);
        int first = before.isEmpty() ? 0 : groups(before, false);
        int last = after.isEmpty() ? 0 : groups(after, true);
        return first >= 0 && last >= 0 && first + last < GROUPS;
    }

    /** How many groups of 16 bits, or -1 if it is something else. */
    private static int groups(String text, boolean mayEndInV4) {
        String[] parts = text.split(":", -1);
        int last = parts.length - 1;
        int count = 0;
        for (int i = 0; i <= last; i++) {
            if (GROUP.matches(parts[i])) {
                count++;
            } else if (i == last && mayEndInV4 && V4.matches(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }
}
