package io.portafilter.network.status;

import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.NetworkSetupStatus;
import io.portafilter.crds.status.AppliedStatus;
import io.portafilter.crds.status.ApplyingStatus;
import io.portafilter.crds.status.Condition;
import io.portafilter.crds.status.DnsStatus;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What statuses are made of, in tests. */
final class Given {
    static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    static final Damping DAMPING = Damping.of(Duration.ofSeconds(60));
    static final Verdict WELL = Verdict.yes("Ready", "it is well");

    private Given() {}

    /** A cluster, and the spec that it proposes with other values in it. */
    static Known known(Cluster cluster, Map<String, Object> wish) {
        Observation seen = Observation.of(cluster);
        Map<String, Object> tree = new LinkedHashMap<>(RecordWriter.tree(Proposal.of(seen)));
        tree.putAll(wish);
        return known(
                seen, RecordReader.read(NetworkSetupSpec.class, tree, "spec").value());
    }

    static Known known(Observation seen, NetworkSetupSpec spec) {
        return new Known(
                7, spec, List.of(), seen, NetworkCheck.check(seen, spec), Optional.of(Planner.plan(seen, spec)));
    }

    static Progress progress(
            Optional<ApplyingStatus> applying,
            Optional<AppliedStatus> applied,
            Optional<Note> waiting,
            Note... troubles) {
        return new Progress(
                applying,
                applied,
                Optional.of(new DnsStatus(Optional.of("0123abcd"), new DnsStatus.Replicas(2, 2))),
                WELL,
                WELL,
                WELL,
                waiting,
                List.of(troubles));
    }

    static Progress well() {
        return progress(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static NetworkSetupStatus status(Known known, Progress progress) {
        return StatusOf.of(known, progress, Optional.empty(), DAMPING, NOON).status();
    }

    static Condition condition(NetworkSetupStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Status and reason of a condition, such as {@code True Errors}. */
    static String told(NetworkSetupStatus status, String type) {
        Condition condition = condition(status, type);
        return condition.status().word() + " " + condition.reason();
    }
}
