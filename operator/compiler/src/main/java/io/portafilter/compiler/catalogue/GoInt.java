package io.portafilter.compiler.catalogue;

import com.google.re2j.Pattern;
import java.util.Optional;

/** A whole number as Go's strconv.Atoi reads it: decimal, a sign, no unit, no spaces, 64 bits. */
public final class GoInt {
    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]+");

    private GoInt() {}

    /** The number, or empty when the text is none or does not fit into 64 bits. */
    public static Optional<Long> parse(String text) {
        if (!FORM.matches(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooBig) {
            return Optional.empty();
        }
    }
}
