package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.settings.DnsSettings;
import java.util.List;
import java.util.Optional;

/**
 * A Corefile as settings.
 *
 * @param settings absent where the text is no Corefile, or holds words that cannot be written again
 * @param verbatim the plugins of the main block and the server blocks that are kept word for word
 * @param problems why there are no settings
 */
public record Adopted(Optional<DnsSettings> settings, List<String> verbatim, List<Problem> problems) {
    /** Copies the lists. */
    public Adopted {
        verbatim = List.copyOf(verbatim);
        problems = List.copyOf(problems);
    }
}
