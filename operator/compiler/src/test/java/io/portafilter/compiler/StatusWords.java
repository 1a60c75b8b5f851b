package io.portafilter.compiler;

import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Status;
import java.util.List;

/** The cells of the documentation that say what becomes of an entry. */
public final class StatusWords {
    private StatusWords() {}

    /** Built, later or never, and what that means. */
    public static String of(Entry entry) {
        return switch (entry.status()) {
            case Status.Built _ -> "**built**";
            case Status.Later _
            when !entry.partOf().isEmpty() -> "later, with `" + String.join("` or `", entry.partOf()) + "`";
            case Status.Later later -> "later: " + later.absence().consequence();
            case Status.Snippet _ -> "never: nothing executes nginx's language here";
            case Status.Never never -> "never: " + never.why();
        };
    }

    /** Just the first word. */
    public static String first(Status status) {
        return switch (status) {
            case Status.Built _ -> "built";
            case Status.Later _ -> "later";
            case Status.Snippet _ -> "never";
            case Status.Never _ -> "never";
        };
    }

    /** How often a word occurs. */
    public static long count(List<String> words, String word) {
        return words.stream().filter(word::equals).count();
    }
}
