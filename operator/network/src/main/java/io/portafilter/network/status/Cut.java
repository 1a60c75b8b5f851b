package io.portafilter.network.status;

import java.util.ArrayList;
import java.util.List;

/** Texts and lists that must not grow beyond a number of bytes; who reads them sees that something is left out. */
final class Cut {
    private static final int MARK = 40;

    private Cut() {}

    /** A text of at most so many bytes of JSON. */
    static String text(String text, int bytes) {
        if (JsonSize.ofText(text) <= bytes) {
            return text;
        }
        int size = MARK;
        int end = 0;
        while (size + JsonSize.of(text.charAt(end)) <= bytes) {
            size += JsonSize.of(text.charAt(end));
            end++;
        }
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + " … (" + (text.length() - end) + " more characters)";
    }

    /** At most so many texts with so many bytes of JSON in all, and one that says how many more there are. */
    static List<String> list(List<String> texts, int most, int bytes) {
        List<String> kept = new ArrayList<>();
        int size = MARK;
        for (String text : texts) {
            String cut = text(text, bytes / 2);
            size += JsonSize.of(cut) + 1;
            if (size > bytes || kept.size() == most) {
                kept.add("… and " + (texts.size() - kept.size()) + " more");
                break;
            }
            kept.add(cut);
        }
        return kept;
    }
}
