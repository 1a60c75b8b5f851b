package io.portafilter.network.plan;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.DnsSettingsOf;

/** The Corefile of a plan as it is written: with the mark by which one tells the replicas that have loaded it. */
public final class MarkedCorefile {
    private static final int GENERATION_BEGINS = "sha256:".length();
    private static final int GENERATION_ENDS = GENERATION_BEGINS + 12;

    private MarkedCorefile() {}

    /** Whether a change is one of the Corefile itself, and not of a file that it imports. */
    public static boolean isAbout(Change change) {
        return change.risk() == Risk.RELOAD && !change.field().equals(CustomBlocks.KEY);
    }

    /**
     * The text.
     *
     * @param hash the plan's
     * @throws IllegalArgumentException if the spec's DNS is refused: then there is no plan with a Corefile
     */
    public static String of(Observation seen, NetworkSetupSpec spec, String hash) {
        Mark mark = new Mark(hash.substring(GENERATION_BEGINS, GENERATION_ENDS), hash);
        return new CorefileRenderer(DnsPlan.check(seen.dns()))
                .renderForApply(DnsSettingsOf.settings(spec), mark)
                .text()
                .orElseThrow(() -> new IllegalArgumentException("the Corefile of " + hash + " is refused"));
    }
}
