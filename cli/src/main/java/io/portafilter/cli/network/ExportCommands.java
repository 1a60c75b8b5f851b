package io.portafilter.cli.network;

import io.portafilter.cli.network.Question.Need;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that make an export: nothing but reading, and no Secret. */
public final class ExportCommands {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9,./=_:-]+");

    private ExportCommands() {}

    /** A script for a shell. */
    public static String script(String folder) {
        StringBuilder script = new StringBuilder("""
                # Reads, changes nothing, asks for no Secret. What a cluster does not have is left out.
                F=%s
                mkdir -p "$F"
                """.formatted(quoted(folder)));
        for (Question question : Question.all("yaml")) {
            String file = "\"$F/" + question.file() + "\"";
            script.append("kubectl ")
                    .append(question.arguments().stream()
                            .map(word -> PLAIN.matcher(word).matches() ? word : quoted(word))
                            .collect(Collectors.joining(" ")))
                    .append(" > ")
                    .append(file)
                    .append(question.need() == Need.IF_THERE ? " 2>/dev/null || rm -f " + file : "")
                    .append('\n');
        }
        return script.append("portafilter network show \"$F\"\n").toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
