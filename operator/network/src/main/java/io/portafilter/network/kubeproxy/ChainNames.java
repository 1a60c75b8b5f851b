package io.portafilter.network.kubeproxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** The names of kube-proxy's iptables chains, computed as it does: 16 characters of base 32 of a SHA-256. */
public final class ChainNames {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 16;

    private ChainNames() {}

    /** The chain of a Service's port. */
    public static String service(String namespace, String name, String port, String protocol) {
        return "KUBE-SVC-" + hash(portName(namespace, name, port) + protocol(protocol));
    }

    /** The chain of packets from outside. */
    public static String external(String namespace, String name, String port, String protocol) {
        return "KUBE-EXT-" + hash(portName(namespace, name, port) + protocol(protocol));
    }

    /** The chain of one endpoint, such as 10.244.1.7:8080. */
    public static String endpoint(String namespace, String name, String port, String protocol, String endpoint) {
        return "KUBE-SEP-" + hash(portName(namespace, name, port) + protocol(protocol) + endpoint);
    }

    private static String portName(String namespace, String name, String port) {
        return namespace + "/" + name + (port.isEmpty() ? "" : ":" + port);
    }

    private static String protocol(String protocol) {
        return protocol.toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return base32(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.write(BASE_32.charAt(buffer >> bits & 31));
                buffer &= (1 << bits) - 1;
            }
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
