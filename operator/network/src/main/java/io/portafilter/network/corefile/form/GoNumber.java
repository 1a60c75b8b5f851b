package io.portafilter.network.corefile.form;

import com.google.re2j.Pattern;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Go's strconv, as far as plugins use it. */
public final class GoNumber {
    private static final int LONGEST = 64;
    private static final Pattern SIGNED = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern UNSIGNED = Pattern.compile("[0-9]+");
    private static final Pattern FLOAT =
            Pattern.compile("(?i)[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[-+]?[0-9]+)?|inf|infinity|nan)");

    private GoNumber() {}

    /** strconv.Atoi. */
    public static OptionalLong integer(String text) {
        if (text.length() > LONGEST || !SIGNED.matches(text)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /** strconv.ParseUint with 32 bits. */
    public static OptionalLong unsigned(String text) {
        OptionalLong number = UNSIGNED.matches(text) ? integer(text) : OptionalLong.empty();
        return number.isPresent() && number.getAsLong() > 0xFFFF_FFFFL ? OptionalLong.empty() : number;
    }

    /** strconv.ParseFloat with 32 bits. */
    public static OptionalDouble decimal(String text) {
        if (text.length() > LONGEST || !FLOAT.matches(text)) {
            return OptionalDouble.empty();
        }
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (lower.contains("inf")) {
            return OptionalDouble.of(lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        float value = Float.parseFloat(text);
        return Float.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
