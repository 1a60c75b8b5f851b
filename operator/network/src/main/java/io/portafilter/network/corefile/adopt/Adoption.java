package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.check.Sizes;
import io.portafilter.network.corefile.compare.Comparison;
import io.portafilter.network.corefile.compare.Difference;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.render.CorefileText;
import io.portafilter.network.corefile.settings.DnsSettings;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Corefile into settings. Each part is first read into fields; the settings are written down and compared with the
 * original, and what does not come out the same is kept as text instead, until the whole means the same. So a text that is adopted
 * is changed by nobody, whatever stands in it.
 */
public final class Adoption {
    /** Plugins, then all plugins of the main block, then whole blocks: after that nothing is read into fields any more. */
    private static final int MOST_ROUNDS = 12;

    private Adoption() {}

    /**
     * Adopts a text.
     *
     * @param file what problems call it, such as {@code Corefile}
     */
    public static Adopted adopt(String file, String text) {
        Corefile live = CorefileParser.keeping().parse(file, text);
        if (!live.parsed()) {
            return new Adopted(
                    Optional.empty(),
                    List.of(),
                    live.problems().stream().filter(Problem::refused).toList());
        }
        Optional<Problem> tooLarge = Sizes.tooLarge(file, live);
        if (tooLarge.isPresent()) {
            return new Adopted(Optional.empty(), List.of(), tooLarge.stream().toList());
        }
        Meaning meaning = Meaning.of(live);
        Kept kept = Kept.nothing();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Reading reading = new Reading(live, kept);
            DnsSettings settings = reading.settings();
            Corefile again = CorefileParser.keeping()
                    .parse(file, CorefileText.write(settings, Optional.empty()).text());
            List<Difference> differences = Comparison.of(meaning, Meaning.of(again));
            if (again.parsed() && differences.isEmpty()) {
                return new Adopted(Optional.of(settings), reading.verbatim(), List.of());
            }
            kept = round < MOST_ROUNDS / 2
                    ? kept.more(live, differences)
                    : kept.everything(live, round - MOST_ROUNDS / 2);
        }
        return new Adopted(Optional.empty(), List.of(), List.of(unwritable(file, live)));
    }

    private static Problem unwritable(String file, Corefile live) {
        int line = live.blocks().stream().map(ServerBlock::line).findFirst().orElse(0);
        return new Problem(
                Rule.SETTING,
                new Place(file, line),
                "Corefile",
                "",
                "it holds words that cannot be written again so that CoreDNS reads the same",
                "Leave the DNS unmanaged, or correct the words");
    }
}
