package io.portafilter.network.scale;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how long a cluster of 5,000 nodes and 10,000 Services takes: cold, as a command does it, and warm, as an operator does. */
public final class ScaleBench {
    private static final int ROUNDS = 20;

    private ScaleBench() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Cluster cluster = LargeCluster.of(5_000, 10_000);
        System.out.println("| round | observe, check, plan | plan of one change |");
        System.out.println("|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            Observation seen = Observation.of(cluster);
            NetworkSetupSpec proposed = Proposal.of(seen);
            List<Conflict> conflicts = NetworkCheck.check(seen, proposed);
            Plan nothing = Planner.plan(seen, proposed);
            long all = System.nanoTime() - start;
            Map<String, Object> tree = new LinkedHashMap<>(RecordWriter.tree(proposed));
            tree.put("dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0." + round))));
            NetworkSetupSpec changed =
                    RecordReader.read(NetworkSetupSpec.class, tree, "spec").value();
            start = System.nanoTime();
            Plan one = Planner.plan(seen, changed);
            long plan = System.nanoTime() - start;
            if (!conflicts.isEmpty() || !nothing.isEmpty() || one.changes().size() != 1) {
                throw new IllegalStateException("the cluster is not healthy: " + conflicts);
            }
            if (round == 1 || round == ROUNDS) {
                System.out.printf("| %d | %d ms | %d ms |%n", round, all / 1_000_000, plan / 1_000_000);
            }
        }
    }
}
