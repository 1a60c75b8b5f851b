package io.portafilter.cli.network;

import io.portafilter.network.check.Conflict;
import java.util.List;

/** Conflicts for people: the worst first, each with a way out. */
public final class CheckText {
    private CheckText() {}

    /** The text. */
    public static String of(List<Conflict> conflicts) {
        StringBuilder text = new StringBuilder();
        for (Conflict conflict : conflicts) {
            text.append(conflict.kind().severity().word())
                    .append(' ')
                    .append(conflict.kind().id())
                    .append('\n');
            text.append("  ").append(conflict.message()).append('\n');
            text.append("  Help: ").append(conflict.fix()).append('\n');
        }
        return text.append(conflicts.isEmpty() ? "Nothing disagrees." : Words.count(conflicts.size(), "conflict") + ".")
                .append('\n')
                .toString();
    }
}
