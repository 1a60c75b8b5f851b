package io.portafilter.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where requests arrive.
 *
 * @param host lower-case name, or a wildcard of one label
 * @param path a prefix; starts with a slash
 */
record ManifestPlace(String host, String path) {
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_NAME = 63;
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /**
     * Reads {@code HOST[/PATH]}.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static ManifestPlace parse(String text) {
        int slash = text.indexOf('/');
        String host = (slash < 0 ? text : text.substring(0, slash)).toLowerCase(Locale.ROOT);
        if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + host + "\" is not a host name; write one as app.localhost or"
                    + " *.example.com, without scheme and port");
        }
        return new ManifestPlace(host, slash < 0 ? "/" : text.substring(slash));
    }

    /** A name for the objects: what is left of host and path when only letters, digits and dashes may stay. */
    String objectName() {
        String name = (host.replace("*", "any") + path)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-$", "");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).replaceAll("-$", "");
    }
}
