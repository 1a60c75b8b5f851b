package io.portafilter.cli.network;

import io.portafilter.crds.Definition;
import io.portafilter.crds.schema.Problem;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.Condition.Truth;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The NetworkSetup of a cluster.
 *
 * @param spec how the network is to be
 * @param generation how often that was changed
 * @param status how it is
 * @param problems what of it cannot be read
 */
public record SetupObject(NetworkSetupSpec spec, int generation, NetworkSetupStatus status, List<String> problems) {
    /** Copies the list. */
    public SetupObject {
        problems = List.copyOf(problems);
    }

    /**
     * Finds it.
     *
     * @throws UncheckedIOException if there is none, or nobody wrote a status
     */
    public static SetupObject find(Cluster cluster) {
        ClusterObject object = cluster.get(Definition.KIND, "", "cluster")
                .orElseThrow(() ->
                        missing("there is no NetworkSetup cluster; portafilter network show --proposed prints one"));
        if (!object.tree().has("status")) {
            throw missing(
                    "nobody wrote a status to NetworkSetup cluster: does an operator run that observes the network"
                            + " (--network-setup=observe)?");
        }
        RecordReader.Read<NetworkSetupSpec> spec = RecordReader.read(
                NetworkSetupSpec.class, object.tree().at("spec").value(), "spec");
        RecordReader.Read<NetworkSetupStatus> status = RecordReader.read(
                NetworkSetupStatus.class, object.tree().at("status").value(), "status");
        return new SetupObject(
                spec.value(),
                object.tree().number("metadata", "generation").orElse(0),
                status.value(),
                status.problems().stream().map(Problem::toString).toList());
    }

    private static UncheckedIOException missing(String sentence) {
        return new UncheckedIOException(new IOException(sentence));
    }

    /** Whether the operator says that something is broken. */
    public boolean isDegraded() {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals("Degraded"))
                .map(Condition::status)
                .anyMatch(truth -> truth == Truth.TRUE);
    }
}
