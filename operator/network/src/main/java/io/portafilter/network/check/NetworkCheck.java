package io.portafilter.network.check;

import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything that does not fit together. Only evidence counts: what needs a node report and has none is not judged. */
public final class NetworkCheck {
    private static final List<BiConsumer<Facts, Consumer<Conflict>>> CHECKS = List.of(
            SourceCheck::check,
            OverlapCheck::check,
            NodeRangeCheck::check,
            CapacityCheck::check,
            DnsCheck::check,
            ProxyCheck::check,
            NodeReportCheck::check,
            ProviderCheck::check,
            PolicyCheck::check,
            OddsCheck::check);

    private NetworkCheck() {}

    /** The conflicts, the worst first. */
    public static List<Conflict> check(Observation seen, NetworkSetupSpec spec) {
        Facts facts = new Facts(seen, spec);
        List<Conflict> conflicts = new ArrayList<>();
        CHECKS.forEach(check -> check.accept(facts, conflicts::add));
        return conflicts.stream().distinct().sorted().toList();
    }
}
