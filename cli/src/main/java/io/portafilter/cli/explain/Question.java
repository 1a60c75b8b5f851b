package io.portafilter.cli.explain;

import io.netty.buffer.Unpooled;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.HeadLimits;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.RequestHeadParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The request that is asked about.
 *
 * @param method of the request
 * @param tls whether it comes by HTTPS
 * @param authority the Host header: host and perhaps port
 * @param target path and query; what may not stand there as it is, is percent-encoded
 * @param headers all other lines, {@code Name: value}
 */
public record Question(String method, boolean tls, String authority, String target, List<String> headers) {
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

    /** Copies the list. */
    public Question {
        headers = List.copyOf(headers);
    }

    /**
     * Reads a URL, as people type it: without scheme it is HTTP.
     *
     * @param url for example {@code https://shop.example.com/wear?size=m}
     * @param method of the request
     * @param headers lines {@code Name: value}; Host wins over the URL's
     * @throws IllegalArgumentException with a sentence for people
     */
    public static Question parse(String url, String method, List<String> headers) {
        boolean tls = startsWith(url, HTTPS);
        if (!tls && !startsWith(url, HTTP) && url.contains("://")) {
            throw new IllegalArgumentException("\"" + url + "\" is neither an http nor an https URL");
        }
        String rest = tls ? url.substring(HTTPS.length()) : startsWith(url, HTTP) ? url.substring(HTTP.length()) : url;
        int fragment = rest.indexOf('#');
        String whole = fragment < 0 ? rest : rest.substring(0, fragment);
        int end = endOfAuthority(whole);
        List<String> others = new ArrayList<>(headers);
        String authority = takeHost(others).orElse(whole.substring(0, end));
        if (authority.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" names no host; write it as http://shop.example.com/wear");
        }
        String target = encoded(whole.substring(end));
        return new Question(method, tls, authority, target.startsWith("/") ? target : "/" + target, others);
    }

    private static boolean startsWith(String url, String scheme) {
        return url.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static int endOfAuthority(String text) {
        int end = 0;
        while (end < text.length() && "/?".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Optional<String> takeHost(List<String> headers) {
        Optional<String> host = Optional.empty();
        for (String header : List.copyOf(headers)) {
            int colon = header.indexOf(':');
            if (colon <= 0 || header.chars().anyMatch(c -> c == '\r' || c == '\n')) {
                throw new IllegalArgumentException("\"" + header + "\" is not a header; write it as 'Name: value'");
            }
            if (header.substring(0, colon).equalsIgnoreCase("host")) {
                host = Optional.of(header.substring(colon + 1).strip());
                headers.remove(header);
            }
        }
        return host;
    }

    /** Spaces, controls and what is not ASCII, as a browser sends them. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    octet > ' ' && octet < 0x7f ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xff));
        }
        return encoded.toString();
    }

    /**
     * The request's head, read by the proxy's own parser.
     *
     * @throws BadHead if the proxy would refuse it
     */
    public RequestHead head() throws BadHead {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);
        if (!parser.parse(Unpooled.copiedBuffer(text.append("\r\n"), StandardCharsets.UTF_8))) {
            throw new BadHead(400, "the head is not complete");
        }
        return parser.head();
    }

    @Override
    public String toString() {
        return method + " " + (tls ? HTTPS : HTTP) + authority + target;
    }
}
