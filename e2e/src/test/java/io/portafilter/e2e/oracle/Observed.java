package io.portafilter.e2e.oracle;

import io.portafilter.e2e.wire.Heard;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our product answered to one request, and what backends saw of it.
 *
 * @param heard the answer; of the last request when several were asked
 * @param certificateNames DNS names of the certificate that was shown; empty without TLS
 * @param tunnel what came back through a tunnel; empty without one
 * @param tally how many times which status came from which backend
 * @param seen what backends saw, in the recording's addresses and ports
 */
record Observed(
        Heard heard,
        Optional<List<String>> certificateNames,
        Optional<String> tunnel,
        SortedMap<String, Integer> tally,
        List<Seen> seen) {
    private static final Pattern ECHO = Pattern.compile("\\{\"id\": \"(\\w+)\", \"line\": .*");

    /** The backend that an answer names. */
    static Optional<String> from(Heard heard) {
        if (heard instanceof Heard.Reply reply) {
            Matcher echo = ECHO.matcher(reply.text());
            return echo.matches() ? Optional.of(echo.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The status of an answer; 0 when there was none. */
    static int status(Heard heard) {
        return heard instanceof Heard.Reply reply ? reply.status() : 0;
    }

    /** Status and backend of an answer, the key of a tally. */
    static String result(Heard heard) {
        return switch (heard) {
            case Heard.Reply reply ->
                from(heard).map(id -> reply.status() + " " + id).orElse("" + reply.status());
            case Heard.Garbage garbage -> "garbage " + garbage.firstLine();
            case Heard.Closed() -> "closed";
        };
    }
}
