package io.portafilter.compiler.catalogue;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;

/** A number of bytes as nginx writes it: {@code 100}, {@code 8k}, {@code 1M}, {@code 2g}; spaces are skipped. */
public final class ByteSize {
    static final Pattern FORM = Pattern.compile("([0-9]+)([bkmg]?)", Pattern.CASE_INSENSITIVE);

    private ByteSize() {}

    /** The number of bytes, or empty when the text is none or is more than a long holds. */
    public static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        try {
            return Optional.of(Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift));
        } catch (NumberFormatException | ArithmeticException tooBig) {
            return Optional.empty();
        }
    }
}
