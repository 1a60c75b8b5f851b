package io.portafilter.compiler.catalogue;

import java.util.Optional;

/** A truth value as Go's strconv.ParseBool reads it, which is what ingress-nginx does. */
public final class GoBool {
    private GoBool() {}

    /** The value, or empty when the text is none of the twelve spellings; spaces are not skipped. */
    public static Optional<Boolean> parse(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
            case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
