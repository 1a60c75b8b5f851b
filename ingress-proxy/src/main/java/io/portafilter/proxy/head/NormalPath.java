package io.portafilter.proxy.head;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The path that routing compares (behaviour §2.4): percent-decoded once, several slashes as one, dot segments resolved. Backends
 * get the path as it was sent.
 */
public final class NormalPath {
    private NormalPath() {}

    /**
     * Normalises.
     *
     * @param raw path without query, beginning with a slash, in Latin-1
     * @return the path in Latin-1
     * @throws BadHead 400 if it leaves the root, or a percent sign is not followed by two digits or stands for NUL
     */
    public static String of(String raw) throws BadHead {
        return isNormal(raw) ? raw : resolve(decode(raw));
    }

    private static boolean isNormal(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                return false;
            }
            if (c == '/' && i + 1 < raw.length() && (raw.charAt(i + 1) == '/' || raw.charAt(i + 1) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decode(String raw) throws BadHead {
        byte[] decoded = new byte[raw.length()];
        int size = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                c = octet(raw, i + 1);
                i += 2;
            }
            decoded[size++] = (byte) c;
        }
        return Arrays.copyOf(decoded, size);
    }

    private static char octet(String raw, int at) throws BadHead {
        int high = at + 1 < raw.length() ? Chars.hex(raw.charAt(at)) : -1;
        int low = high < 0 ? -1 : Chars.hex(raw.charAt(at + 1));
        if (low < 0) {
            throw new BadHead(400, "percent sign in path without two hexadecimal digits");
        }
        if (high + low == 0) {
            throw new BadHead(400, "NUL in path");
        }
        return (char) (high * 16 + low);
    }

    /** Writes segment after segment; {@code ..} takes the last one away. What is written always ends with a slash. */
    private static String resolve(byte[] path) throws BadHead {
        byte[] out = new byte[path.length + 1];
        out[0] = '/';
        int size = 1;
        int start = 1;
        while (start < path.length) {
            int end = start;
            while (end < path.length && path[end] != '/') {
                end++;
            }
            int length = end - start;
            if (length == 2 && path[start] == '.' && path[start + 1] == '.') {
                size = parent(out, size);
            } else if (length > 1 || (length == 1 && path[start] != '.')) {
                System.arraycopy(path, start, out, size, length);
                size += length;
                if (end < path.length) {
                    out[size++] = '/';
                }
            }
            start = end + 1;
        }
        return new String(out, 0, size, StandardCharsets.ISO_8859_1);
    }

    private static int parent(byte[] out, int size) throws BadHead {
        if (size == 1) {
            throw new BadHead(400, "path that leaves the root");
        }
        int at = size - 1;
        while (out[at - 1] != '/') {
            at--;
        }
        return at;
    }
}
