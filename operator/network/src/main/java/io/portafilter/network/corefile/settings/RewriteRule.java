package io.portafilter.network.corefile.settings;

import java.util.Locale;

/**
 * A name that is looked up under another one; clients see the name that they asked for.
 *
 * @param match how names are compared
 * @param from a name, a part of one, or a regular expression of at most 10,000 characters
 * @param to what it becomes; {@code {1}} stands for a group of the expression
 */
public record RewriteRule(Match match, String from, String to) {
    /** How names are compared. */
    public enum Match {
        EXACT,
        PREFIX,
        SUFFIX,
        SUBSTRING,
        REGEX;

        /** As a Corefile writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
