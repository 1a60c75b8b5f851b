package io.portafilter.network.status;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.status.DiscoveredStatus;
import io.portafilter.crds.status.DiscoveredStatus.CniStatus;
import io.portafilter.crds.status.FoundValue;
import io.portafilter.crds.status.FoundValues;
import io.portafilter.crds.status.PlatformStatus;
import io.portafilter.crds.status.SourceStatus;
import io.portafilter.network.observe.CniView;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Platform;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import io.portafilter.network.spec.Proposal;
import io.portafilter.network.spec.SetupManifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a cluster says, with who says it. */
final class DiscoveredOf {
    private static final int WORD = 250;
    private static final int MOST_VALUES = 16;
    private static final int VALUES = 1_000;
    private static final int MOST_SOURCES = 16;
    private static final int SOURCES = 2_000;
    private static final int SOURCE = 300;
    private static final int PROPOSED = 36_000;

    private final Observation seen;
    private final NetworkSetupSpec present;

    DiscoveredOf(Observation seen, NetworkSetupSpec present) {
        this.seen = seen;
        this.present = present;
    }

    DiscoveredStatus status() {
        NetworkSetupSpec proposed = Proposal.of(seen);
        return new DiscoveredStatus(
                values(Topic.POD_RANGES, proposed.pods().cidrs()),
                values(Topic.SERVICE_RANGES, proposed.services().cidrs()),
                value(Topic.CLUSTER_DOMAIN, Optional.of(proposed.dns().clusterDomain())),
                value(Topic.DNS_ADDRESS, proposed.dns().serviceIp()),
                value(Topic.PROXY_MODE, seen.proxy().effectiveMode()),
                new CniStatus(seen.cni().provider().word()),
                Cut.text(policyEngine(seen.cni()), WORD),
                manifest(proposed));
    }

    PlatformStatus platform() {
        Platform platform = seen.platform();
        return new PlatformStatus(
                platform.distribution(),
                word(platform.kubernetes()),
                seen.dns().version().map(version -> Cut.text(version.toString(), WORD)),
                word(platform.runtimes()));
    }

    private static Optional<String> word(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(Cut.text(String.join(", ", words), WORD));
    }

    /** Half of a manifest would be worse than none: one without an object cannot be applied by mistake. */
    private String manifest(NetworkSetupSpec proposed) {
        String text = SetupManifest.fullText(SetupManifest.keeping(proposed, present, seen));
        return JsonSize.ofText(text) <= PROPOSED
                ? text
                : "# " + text.length()
                        + " characters are too many for a status; portafilter network show --proposed prints them\n";
    }

    private FoundValues values(Topic topic, List<String> values) {
        Bounded<SourceStatus> sources = sources(topic);
        return new FoundValues(Cut.list(values, MOST_VALUES, VALUES), sources.items(), sources.more());
    }

    private FoundValue value(Topic topic, Optional<String> value) {
        Bounded<SourceStatus> sources = sources(topic);
        return new FoundValue(value.map(text -> Cut.text(text, WORD)), sources.items(), sources.more());
    }

    private Bounded<SourceStatus> sources(Topic topic) {
        return Bounded.of(
                differingFirst(seen.about(topic)),
                MOST_SOURCES,
                SOURCES,
                reading -> new SourceStatus(Cut.text(reading.source(), SOURCE), Cut.text(reading.value(), SOURCE)));
    }

    /** The first of each value, then the others: of a thousand nodes the one that disagrees must be seen. */
    private static List<Reading> differingFirst(List<Reading> readings) {
        Set<String> values = new HashSet<>();
        List<Reading> first = new ArrayList<>();
        List<Reading> others = new ArrayList<>();
        readings.forEach(reading -> (values.add(reading.value()) ? first : others).add(reading));
        first.addAll(others);
        return first;
    }

    private static String policyEngine(CniView cni) {
        if (cni.enforcesPolicies()) {
            return cni.evidence().getFirst().name();
        }
        return cni.evidence().isEmpty() ? "Unknown" : "None";
    }
}
