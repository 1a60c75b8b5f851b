package io.portafilter.cli.explain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The request that is asked about.
 *
 * @param method of the request
 * @param tls whether it comes by HTTPS
 * @param authority host and perhaps port, as in the Host header
 * @param path raw, as a request line has it, in Latin-1
 * @param query with its question mark; empty if there is none
 */
public record Question(String method, boolean tls, String authority, String path, String query) {
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

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
        String authority = host(headers).orElse(whole.substring(0, end));
        if (authority.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" names no host; write it as http://shop.example.com/wear");
        }
        int question = whole.indexOf('?');
        String path = whole.substring(end, question < 0 ? whole.length() : question);
        String query = question < 0 ? "" : whole.substring(question);
        return new Question(method, tls, authority, path.isEmpty() ? "/" : octets(path), query);
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

    private static Optional<String> host(List<String> headers) {
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon <= 0) {
                throw new IllegalArgumentException("\"" + header + "\" is not a header; write it as 'Name: value'");
            }
            if (header.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("host")) {
                return Optional.of(header.substring(colon + 1).strip());
            }
        }
        return Optional.empty();
    }

    /** What is not ASCII goes as UTF-8, one character an octet. */
    private static String octets(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return method + " " + (tls ? HTTPS : HTTP) + authority + text(path) + query;
    }

    /** A path of octets as people read it. */
    static String text(String path) {
        return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
