package io.portafilter.proxy.accesslog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code $remote_user}: the name of basic authentication (RFC 7617 §2), whether or not anybody asked for it. */
final class RemoteUser {
    private static final String SCHEME = "Basic ";

    private RemoteUser() {}

    /** The name; empty if the field says none. */
    static String of(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return "";
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String text = new String(pair, StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            return colon < 0 ? "" : text.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
