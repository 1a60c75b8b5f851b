package io.portafilter.network.spec;

import io.portafilter.crds.Definition;
import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.schema.Problem;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the network is to be.
 *
 * @param spec of the NetworkSetup, or what the cluster proposes for itself
 * @param isProposed whether there was no NetworkSetup
 * @param problems why the NetworkSetup is not accepted
 */
public record Wish(NetworkSetupSpec spec, boolean isProposed, List<String> problems) {
    /** Copies the list. */
    public Wish {
        problems = List.copyOf(problems);
    }

    /** Finds it. */
    public static Wish of(Observation seen) {
        List<ClusterObject> setups = seen.cluster().all(Definition.KIND);
        Optional<ClusterObject> setup = setups.stream()
                .filter(object -> object.name().equals("cluster"))
                .findFirst()
                .or(() -> setups.stream().findFirst());
        return setup.map(Wish::read).orElseGet(() -> new Wish(Proposal.of(seen), true, List.of()));
    }

    /** Reads a NetworkSetup; what is wrong with it are problems, not exceptions. */
    public static Wish read(ClusterObject setup) {
        return read(setup, Optional.empty());
    }

    /** The same, with what a change may not do. */
    static Wish read(ClusterObject setup, Optional<ClusterObject> before) {
        RecordReader.Read<NetworkSetupSpec> read = spec(setup);
        List<String> problems =
                new ArrayList<>(read.problems().stream().map(Problem::toString).toList());
        SetupRules.broken(
                        new NetworkSetup(setup.name(), read.value()),
                        before.map(old -> new NetworkSetup(old.name(), spec(old).value())))
                .forEach(rule -> problems.add(rule.path() + ": " + rule.id() + ": " + rule.message()));
        return new Wish(read.value(), false, problems);
    }

    private static RecordReader.Read<NetworkSetupSpec> spec(ClusterObject setup) {
        return RecordReader.read(NetworkSetupSpec.class, setup.tree().at("spec").value(), "spec");
    }
}
