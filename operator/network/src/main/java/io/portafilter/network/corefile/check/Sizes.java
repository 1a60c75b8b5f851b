package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.Optional;

/** How much of a Corefile is compared with how much of it: more than this was not written to serve names. */
public final class Sizes {
    private static final int MOST_BLOCKS = 2_000;
    private static final int MOST_STANZAS = 10_000;
    private static final int MOST_ZONES = 10_000;

    private Sizes() {}

    /** Why a text is not looked at; nothing for one that people wrote. */
    public static Optional<Problem> tooLarge(String file, Corefile corefile) {
        int stanzas = 0;
        int zones = 0;
        for (ServerBlock block : corefile.blocks()) {
            stanzas += block.stanzas().size();
            for (String key : block.keys()) {
                zones += zones > MOST_ZONES ? 1 : ServerKey.parse(key).keys().size();
            }
        }
        if (corefile.blocks().size() <= MOST_BLOCKS && stanzas <= MOST_STANZAS && zones <= MOST_ZONES) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Rule.TOO_LARGE,
                new Place(file, 0),
                "Corefile",
                "",
                "it has " + corefile.blocks().size() + " server blocks, " + stanzas + " plugins and " + zones
                        + " zones; more than " + MOST_BLOCKS + ", " + MOST_STANZAS + " or " + MOST_ZONES
                        + " are not looked at",
                "Move zones into files of their own, or into another CoreDNS"));
    }
}
