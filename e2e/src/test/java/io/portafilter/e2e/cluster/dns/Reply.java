package io.portafilter.e2e.cluster.dns;

import java.util.List;

/**
 * An answer.
 *
 * @param code such as {@code NXDOMAIN}; a text that begins with {@code NONE} where nobody answered
 * @param answers the records' values, as people write them
 */
public record Reply(String code, List<String> answers) {
    /** Copies the list. */
    public Reply {
        answers = List.copyOf(answers);
    }
}
