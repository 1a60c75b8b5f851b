package io.portafilter.proxy.routing;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/**
 * A name under which a host is reached. The order of the kinds is the order in which they are asked; see {@link #rank}. Names that
 * are matched are in the form of {@link HostName}.
 */
public sealed interface HostPattern {
    /** The host of a rule that takes requests that no other host claims. */
    String CATCH_ALL = "_";

    /** Whether it takes this name. */
    boolean matches(String name);

    /** Its place in the order: 0 is asked first. */
    int rank();

    /**
     * The pattern of a rule's host: a plain name, {@code *.}-wildcard of exactly one label, or {@link #CATCH_ALL}.
     */
    static HostPattern ofRule(String host) {
        if (host.equals(CATCH_ALL)) {
            return new CatchAll();
        }
        return host.startsWith("*.") ? new OneLabel(lower(host.substring(2))) : new Exact(lower(host));
    }

    /**
     * The pattern of an alias: a plain name, nginx's wildcard {@code *.x} of any number of labels, or {@code ~} and a regular
     * expression that is searched in the name.
     *
     * @throws IllegalArgumentException with a sentence, if the alias has none of these forms
     */
    static HostPattern ofAlias(String alias) {
        if (alias.startsWith("~")) {
            return regex(alias);
        }
        if (alias.startsWith("*.") && alias.indexOf('*', 1) < 0) {
            return new AnyLabels(lower(alias.substring(2)));
        }
        if (alias.isEmpty() || alias.indexOf('*') >= 0) {
            throw new IllegalArgumentException("the alias \"" + alias
                    + "\" is neither a name, nor a wildcard such as *.example.com, nor ~ and a regular expression");
        }
        return new Exact(lower(alias));
    }

    private static HostPattern regex(String alias) {
        String text = alias.substring(1);
        try {
            return new Regex(alias, LiteralPrefix.of(text), Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the alias \"" + alias + "\" is not a regular expression of linear time (RE2): " + e.getMessage(),
                    e);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** One name. */
    record Exact(String name) implements HostPattern {
        @Override
        public boolean matches(String other) {
            return name.equals(other);
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Exactly one label of letters, digits, {@code _} and {@code -} before the parent. */
    record OneLabel(String parent) implements HostPattern {
        @Override
        public boolean matches(String name) {
            int dot = name.length() - parent.length() - 1;
            return dot >= 0 && name.charAt(dot) == '.' && name.endsWith(parent) && isLabel(name, dot);
        }

        /** Whether the text before the dot is one label. */
        static boolean isLabel(String name, int dot) {
            for (int i = 0; i < dot; i++) {
                char c = name.charAt(i);
                boolean fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
                if (!fits) {
                    return false;
                }
            }
            return dot > 0;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            return "*." + parent;
        }
    }

    /** One label or more, whatever they hold, before the suffix; the longest suffix is asked first. */
    record AnyLabels(String suffix) implements HostPattern {
        @Override
        public boolean matches(String name) {
            int dot = name.length() - suffix.length() - 1;
            return dot > 0 && name.charAt(dot) == '.' && name.endsWith(suffix);
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return "*." + suffix + " (any number of labels)";
        }
    }

    /**
     * A regular expression that is found in the name, whatever the case.
     *
     * @param alias the text with its {@code ~}
     * @param literalPrefix what every name that it takes begins with; often empty
     * @param pattern compiled
     */
    record Regex(String alias, String literalPrefix, Pattern pattern) implements HostPattern {
        @Override
        public boolean matches(String name) {
            return name.startsWith(literalPrefix) && pattern.matcher(name).find();
        }

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String toString() {
            return alias;
        }
    }

    /** Every name. */
    record CatchAll() implements HostPattern {
        @Override
        public boolean matches(String name) {
            return true;
        }

        @Override
        public int rank() {
            return 4;
        }

        @Override
        public String toString() {
            return CATCH_ALL;
        }
    }
}
