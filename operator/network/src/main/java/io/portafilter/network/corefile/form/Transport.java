package io.portafilter.network.corefile.form;

import java.util.List;

/**
 * CoreDNS's parse.Transport: how queries travel, and the rest of the text.
 *
 * @param name {@code dns} where none is given
 * @param rest what stands behind {@code ://}
 */
public record Transport(String name, String rest) {
    private static final List<String> NAMES = List.of("tls", "dns", "quic", "grpc", "https3", "https", "unix");

    /** Splits a text. */
    public static Transport of(String text) {
        return NAMES.stream()
                .filter(name -> text.startsWith(name + "://"))
                .findFirst()
                .map(name -> new Transport(name, text.substring(name.length() + 3)))
                .orElse(new Transport("dns", text));
    }

    /** The port where none is written. */
    public String port() {
        return switch (name) {
            case "tls", "quic" -> "853";
            case "grpc", "https", "https3" -> "443";
            default -> "53";
        };
    }
}
