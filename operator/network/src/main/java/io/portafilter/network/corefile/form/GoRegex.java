package io.portafilter.network.corefile.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.OptionalInt;

/** Go's regular expressions, which are RE2's. */
public final class GoRegex {
    /** CoreDNS's own limit, in characters. */
    public static final int LONGEST = 10_000;

    private static final int DEEPEST = 500;

    private GoRegex() {}

    /** The number of groups of a pattern; nothing where Go refuses it, or where it is longer or nested deeper than anybody needs. */
    public static OptionalInt groups(String pattern) {
        if (pattern.length() > LONGEST || depth(pattern) > DEEPEST) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Pattern.compile(pattern).groupCount());
        } catch (PatternSyntaxException refused) {
            return OptionalInt.empty();
        }
    }

    private static int depth(String pattern) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
