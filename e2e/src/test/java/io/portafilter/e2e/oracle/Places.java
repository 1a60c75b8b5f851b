package io.portafilter.e2e.oracle;

import java.util.Map;

/**
 * Where the recording's addresses are on this machine: 10.98.x.y and 10.99.x.y become 127.98.x.y and 127.99.x.y, port 8080 becomes
 * the one port on which all plain backends listen, 9443 the one of those with TLS.
 *
 * @param plainPort port of the plain backends
 * @param tlsPort port of the TLS backends
 */
record Places(int plainPort, int tlsPort) {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("a", "10.99.0.11"),
            Map.entry("b", "10.99.0.12"),
            Map.entry("c", "10.99.0.13"),
            Map.entry("d", "10.99.0.14"),
            Map.entry("auth", "10.99.0.21"),
            Map.entry("err", "10.99.0.22"),
            Map.entry("mirror", "10.99.0.23"),
            Map.entry("tls", "10.99.0.31"),
            Map.entry("dead", "10.99.0.41"),
            Map.entry("reset", "10.99.0.42"),
            Map.entry("vip", "10.98.0.50"));

    /** The address of a backend that the recording names by a letter or an address. */
    static String address(String letterOrAddress) {
        return localAddress(LETTERS.getOrDefault(letterOrAddress, letterOrAddress));
    }

    /** A text of the recording with this machine's addresses. */
    static String localAddress(String text) {
        return text.replace("10.99.0.", "127.99.0.").replace("10.98.0.", "127.98.0.");
    }

    /** A text of the recording with this machine's addresses and ports. */
    String local(String text) {
        return localAddress(text)
                .replaceAll("(127\\.9[89]\\.0\\.\\d+):8080", "$1:" + plainPort)
                .replaceAll("(127\\.9[89]\\.0\\.\\d+):9443", "$1:" + tlsPort);
    }

    /** A text of this machine with the recording's addresses and ports. */
    String recorded(String text) {
        return text.replaceAll("(127\\.9[89]\\.0\\.\\d+):" + plainPort, "$1:8080")
                .replaceAll("(127\\.9[89]\\.0\\.\\d+):" + tlsPort, "$1:9443")
                .replace("127.99.0.", "10.99.0.")
                .replace("127.98.0.", "10.98.0.");
    }
}
