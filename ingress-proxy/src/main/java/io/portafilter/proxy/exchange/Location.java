package io.portafilter.proxy.exchange;

import io.portafilter.proxy.head.RequestHead;

/** Texts of Location headers. Nothing that a client sends can end the header: hosts are checked, targets hold no controls. */
public final class Location {
    private static final String HEX = "0123456789ABCDEF";

    private Location() {}

    /** The same path with a slash at its end (behaviour §2.1); the path is decoded, so it is escaped again. */
    static String addSlash(Client client, String host, RequestHead request) {
        return client.listener().scheme() + "://" + host + escape(request.path()) + "/" + request.query();
    }

    /** The same target at another host, with the port, without one slash at the end (behaviour §2.5). */
    static String otherHost(Client client, String host, RequestHead request) {
        ListenerContext listener = client.listener();
        return listener.scheme() + "://" + host + ":" + listener.port() + withoutSlash(request.target());
    }

    /** The target without one slash at its end, if it has one. */
    public static String withoutSlash(String target) {
        return target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    }

    private static String escape(String path) {
        StringBuilder escaped = new StringBuilder(path.length() + 16);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"#%<>?\\^`{|}".indexOf(c) >= 0) {
                escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
