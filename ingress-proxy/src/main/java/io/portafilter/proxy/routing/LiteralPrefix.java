package io.portafilter.proxy.routing;

import java.util.Locale;

/** The plain text with which everything begins that a regular expression matches: a cheap question before the dear one. */
final class LiteralPrefix {
    private static final String META = "\\.[]{}()*+?^$|";

    private LiteralPrefix() {}

    /** In lower case; empty where it is not easy to see. */
    static String of(String regex) {
        if (!regex.startsWith("^") || regex.indexOf('|') >= 0) {
            return "";
        }
        StringBuilder literal = new StringBuilder();
        int i = 1;
        while (i < regex.length()) {
            boolean escapedDot = regex.startsWith("\\.", i);
            char c = escapedDot ? '.' : regex.charAt(i);
            if (!escapedDot && (META.indexOf(c) >= 0 || c > '~')) {
                break;
            }
            literal.append(c);
            i += escapedDot ? 2 : 1;
        }
        boolean lastMayRepeat = i < regex.length() && "*+?{".indexOf(regex.charAt(i)) >= 0 && !literal.isEmpty();
        if (lastMayRepeat) {
            literal.setLength(literal.length() - 1);
        }
        return literal.toString().toLowerCase(Locale.ROOT);
    }
}
