package io.portafilter.compiler.catalogue;

/** A user's text inside a message: in quotes, on one line, and not too long. */
public final class Quoted {
    private static final int LONGEST = 120;

    private Quoted() {}

    /** The text as a message shows it; control characters as their number. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(character -> append(out, character));
        return out.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    private static void append(StringBuilder out, int character) {
        if (Character.isISOControl(character)) {
            out.append(String.format("\\u%04x", character));
        } else {
            out.appendCodePoint(character);
        }
    }
}
