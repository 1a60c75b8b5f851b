package io.portafilter.network.corefile.parse;

import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Refused;
import io.portafilter.network.corefile.problem.Rule;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables that {@code {$NAME}} and {@code {%NAME%}} stand for.
 *
 * @param variables empty where references are to stay as they are written
 */
public record Environment(Optional<Map<String, String>> variables) {
    /** References are replaced one by one and what they stand for is read again: no honest word holds this many. */
    private static final int MOST_REFERENCES = 64;

    /** Copies the map. */
    public Environment {
        variables = variables.map(Map::copyOf);
    }

    /** No variable is set: each reference stands for nothing, as in a CoreDNS that nobody gave any. */
    public static Environment empty() {
        return new Environment(Optional.of(Map.of()));
    }

    /** References stay as they are: for reading a text that is to be written again. */
    public static Environment kept() {
        return new Environment(Optional.empty());
    }

    /** What a word becomes. */
    String replaced(Token token) throws Refused {
        String text = token.text();
        if (variables.isEmpty() || !mentions(text)) {
            return text;
        }
        return replaced(replaced(text, "{%", "%}", token), "{$", "}", token);
    }

    /** Whether a word holds what looks like a reference. */
    public static boolean mentions(String text) {
        return text.contains("{$") || text.contains("{%");
    }

    private String replaced(String text, String start, String end, Token token) throws Refused {
        String s = text;
        int rounds = 0;
        for (int at = s.indexOf(start); at >= 0; at = s.indexOf(start)) {
            int close = s.indexOf(end, at);
            if (close < 0 || close <= at + start.length()) {
                return s;
            }
            if (++rounds > MOST_REFERENCES) {
                throw new Refused(new Problem(
                        Rule.TOO_LARGE,
                        new Place(token.file(), token.line()),
                        "environment",
                        text,
                        "this word holds more than " + MOST_REFERENCES + " references to environment variables",
                        "Write the value itself"));
            }
            String name = s.substring(at + start.length(), close);
            s = s.replace(s.substring(at, close + end.length()), value(name));
        }
        return s;
    }

    private String value(String name) {
        return variables.map(map -> map.getOrDefault(name, "")).orElse("");
    }
}
