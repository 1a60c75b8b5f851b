package io.portafilter.proxy.head;

/** Classes of bytes in heads (RFC 9110 §5.6.2, RFC 9112 §2). */
final class Chars {
    private static final int NAME = 1;
    private static final int TOKEN = 2;
    private static final int VALUE = 4;
    private static final int HOST = 8;
    private static final byte[] CLASSES = new byte[256];

    static {
        for (int c = 0x20; c < 256; c++) {
            CLASSES[c] = (byte) (c == 0x7f ? 0 : VALUE);
        }
        CLASSES['\t'] = VALUE;
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            CLASSES[c] |= TOKEN;
        }
        for (char c = '0'; c <= '9'; c++) {
            CLASSES[c] |= NAME | TOKEN | HOST;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            CLASSES[c] |= NAME | TOKEN | HOST;
            CLASSES[c - 32] |= NAME | TOKEN | HOST;
        }
        CLASSES['-'] |= NAME | HOST;
        CLASSES['.'] |= HOST;
        CLASSES['_'] |= HOST;
    }

    private Chars() {}

    /** A letter, digit or hyphen: what a request's field name may hold (behaviour §4.1). */
    static boolean name(byte b) {
        return (CLASSES[b & 0xff] & NAME) != 0;
    }

    static boolean token(byte b) {
        return (CLASSES[b & 0xff] & TOKEN) != 0;
    }

    /** Anything but control characters; a tab is allowed, bytes above 0x7f too. */
    static boolean value(byte b) {
        return (CLASSES[b & 0xff] & VALUE) != 0;
    }

    static boolean host(char c) {
        return c < 256 && (CLASSES[c] & HOST) != 0;
    }

    static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    static boolean equalsLower(byte[] lower, byte[] bytes, int start, int end) {
        if (lower.length != end - start) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] != lower(bytes[start + i])) {
                return false;
            }
        }
        return true;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
