package io.portafilter.network.spec;

import io.portafilter.crds.setup.DnsSpec.Management;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupSpec.Mode;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.corefile.render.CorefileRenderer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What speaks against storing a NetworkSetup, as far as it says so itself: the cluster is not asked. Sentences name field, value and
 * remedy.
 *
 * @param refusals why it is not stored; none where it is
 * @param warnings what will not be done as it is written
 */
public record Refusals(List<String> refusals, List<String> warnings) {
    /** Whether these hold depends on the cluster. */
    private static final Set<Rule> NOT_JUDGED = Set.copyOf(EnumSet.of(Rule.VERSION, Rule.IMPORT_MISSING));

    /** Copies the lists. */
    public Refusals {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    /**
     * Judges one. A Corefile that would not work is only warned of where it is never written: a CoreDNS that is built with plugins of
     * its own may be observed.
     *
     * @param before what the object was; whoever changes only its metadata is not told what was wrong before
     */
    public static Refusals of(ClusterObject setup, Optional<ClusterObject> before) {
        if (before.filter(old -> old.tree().at("spec").equals(setup.tree().at("spec")))
                .isPresent()) {
            return new Refusals(List.of(), List.of());
        }
        Wish wish = Wish.read(setup, before);
        if (!wish.problems().isEmpty()) {
            return new Refusals(wish.problems(), List.of());
        }
        List<String> corefile = corefile(wish.spec());
        return wish.spec().mode() == Mode.OBSERVE
                ? new Refusals(List.of(), corefile)
                : new Refusals(corefile, List.of());
    }

    private static List<String> corefile(NetworkSetupSpec spec) {
        if (spec.dns().management() == Management.UNMANAGED) {
            return List.of();
        }
        CorefileCheck check = new CorefileCheck(CoreDns.unknown(), ImportedFiles.none(), Environment.kept());
        return new CorefileRenderer(check)
                .render(DnsSettingsOf.settings(spec)).problems().stream()
                        .filter(Problem::refused)
                        .filter(problem -> !NOT_JUDGED.contains(problem.rule()))
                        .map(problem -> "spec.dns: " + problem.sentence())
                        .toList();
    }
}
