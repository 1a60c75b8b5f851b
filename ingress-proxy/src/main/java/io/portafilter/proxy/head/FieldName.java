package io.portafilter.proxy.head;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The field names that the proxy itself speaks of, as small ints: comparing a header is comparing an int. */
public final class FieldName {
    /** Any name that is not listed here. */
    public static final int OTHER = 0;

    public static final int HOST = 1;
    public static final int CONNECTION = 2;
    public static final int KEEP_ALIVE = 3;
    public static final int TE = 4;
    public static final int TRANSFER_ENCODING = 5;
    public static final int CONTENT_LENGTH = 6;
    public static final int TRAILER = 7;
    public static final int UPGRADE = 8;
    public static final int EXPECT = 9;
    public static final int PROXY = 10;
    public static final int X_REQUEST_ID = 11;
    public static final int X_REAL_IP = 12;
    public static final int X_FORWARDED_FOR = 13;
    public static final int X_FORWARDED_HOST = 14;
    public static final int X_FORWARDED_PORT = 15;
    public static final int X_FORWARDED_PROTO = 16;
    public static final int X_FORWARDED_SCHEME = 17;
    public static final int X_SCHEME = 18;
    public static final int X_ORIGINAL_FORWARDED_FOR = 19;
    public static final int X_ORIGINAL_FORWARDED_HOST = 20;
    public static final int SSL_CLIENT_VERIFY = 21;
    public static final int SSL_CLIENT_SUBJECT_DN = 22;
    public static final int SSL_CLIENT_ISSUER_DN = 23;
    public static final int SSL_CLIENT_CERT = 24;
    public static final int HTTP2_SETTINGS = 25;
    public static final int DATE = 26;
    public static final int SERVER = 27;
    public static final int STRICT_TRANSPORT_SECURITY = 28;
    public static final int LOCATION = 29;
    public static final int CONTENT_TYPE = 30;
    public static final int USER_AGENT = 31;
    public static final int REFERER = 32;

    private static final List<String> TEXTS = List.of(
            "",
            "Host",
            "Connection",
            "Keep-Alive",
            "TE",
            "Transfer-Encoding",
            "Content-Length",
            "Trailer",
            "Upgrade",
            "Expect",
            "Proxy",
            "X-Request-ID",
            "X-Real-IP",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Scheme",
            "X-Scheme",
            "X-Original-Forwarded-For",
            "X-Original-Forwarded-Host",
            "ssl-client-verify",
            "ssl-client-subject-dn",
            "ssl-client-issuer-dn",
            "ssl-client-cert",
            "HTTP2-Settings",
            "Date",
            "Server",
            "Strict-Transport-Security",
            "Location",
            "Content-Type",
            "User-Agent",
            "Referer");

    private static final int SLOTS = 128;
    private static final byte[][] LOWER = new byte[TEXTS.size()][];
    private static final byte[] TABLE = new byte[SLOTS];

    static {
        for (int name = 1; name < LOWER.length; name++) {
            LOWER[name] = TEXTS.get(name).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
            int slot = slot(LOWER[name], 0, LOWER[name].length);
            while (TABLE[slot] != OTHER) {
                slot = (slot + 1) % SLOTS;
            }
            TABLE[slot] = (byte) name;
        }
    }

    private FieldName() {}

    /** The name as it is written when the proxy adds it. */
    public static String text(int name) {
        return TEXTS.get(name);
    }

    /** The int of this name in any case, or {@link #OTHER}. */
    static int of(byte[] bytes, int start, int end) {
        if (start == end) {
            return OTHER;
        }
        int slot = slot(bytes, start, end);
        while (TABLE[slot] != OTHER) {
            if (Chars.equalsLower(LOWER[TABLE[slot]], bytes, start, end)) {
                return TABLE[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        return OTHER;
    }

    /** Length, first, middle and last letter tell the listed names apart nearly always. */
    private static int slot(byte[] bytes, int start, int end) {
        int length = end - start;
        int first = Chars.lower(bytes[start]);
        int middle = Chars.lower(bytes[start + length / 2]);
        int last = Chars.lower(bytes[end - 1]);
        return (length * 7 + first * 31 + middle * 13 + last * 5) & (SLOTS - 1);
    }
}
