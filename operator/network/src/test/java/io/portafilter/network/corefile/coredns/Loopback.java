package io.portafilter.network.corefile.coredns;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * A Corefile for a cluster, moved to this machine: loopback addresses, free ports, a Kubernetes API that it is told of.
 *
 * @param dns the port of names
 * @param health the port of health
 * @param ready the port of readiness
 * @param metrics the port of metrics
 * @param api where the API is
 */
record Loopback(int dns, int health, int ready, int metrics, String api) {
    private static final Pattern KEY_PORT = Pattern.compile(":[0-9]+ ");
    private static final Pattern HEALTH = Pattern.compile("^    health(?: :[0-9]+)?");
    private static final Pattern METRICS = Pattern.compile("^    prometheus :[0-9]+$");

    static Loopback free(String api) throws IOException {
        return new Loopback(port(), port(), port(), port(), api);
    }

    static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The text here, with other addresses for some upstreams. */
    String move(String corefile, Map<String, String> upstreams) {
        StringBuilder moved = new StringBuilder();
        for (String line : corefile.lines().toList()) {
            moved.append(line(line)).append('\n');
        }
        String text = moved.toString();
        for (Map.Entry<String, String> upstream : upstreams.entrySet()) {
            text = text.replace(upstream.getKey(), upstream.getValue());
        }
        return text;
    }

    private String line(String line) {
        if (line.endsWith("{") && !line.startsWith(" ")) {
            return KEY_PORT.matcher(line).replaceAll(":" + dns + " ") + "\n    bind 127.0.0.1";
        }
        if (line.startsWith("    kubernetes ") && line.endsWith("{")) {
            return line + "\n        endpoint " + api;
        }
        if (line.equals("    ready")) {
            return line + " 127.0.0.1:" + ready;
        }
        String moved = HEALTH.matcher(line).replaceFirst("    health 127.0.0.1:" + health);
        return METRICS.matcher(moved).replaceFirst("    prometheus 127.0.0.1:" + metrics);
    }
}
