package io.portafilter.crds.rule;

import io.portafilter.crds.setup.NetworkSetup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, and what a NetworkSetup breaks of them. */
public final class SetupRules {
    private static final SetupRule SINGLETON = new SetupRule(
            "singleton",
            "",
            "self.metadata.name == 'cluster'",
            "a cluster has one NetworkSetup; call it cluster",
            new SetupRule.Always(setup -> setup.name().equals("cluster")));

    private static final List<SetupRule> ALL = Stream.of(
                    List.of(SINGLETON), RangeRules.all(), DnsRules.all(), CniRules.all(), ChangeRules.all())
            .flatMap(List::stream)
            .toList();

    private SetupRules() {}

    /** Every rule, in the order in which they are told. */
    public static List<SetupRule> all() {
        return ALL;
    }

    /**
     * The rules that are broken.
     *
     * @param old what was there before; rules about changes are asked only then
     */
    public static List<SetupRule> broken(NetworkSetup setup, Optional<NetworkSetup> old) {
        return ALL.stream().filter(rule -> !holds(rule, setup, old)).toList();
    }

    private static boolean holds(SetupRule rule, NetworkSetup setup, Optional<NetworkSetup> old) {
        return switch (rule.check()) {
            case SetupRule.Always always -> always.holds().test(setup);
            case SetupRule.OnChange change ->
                old.map(before -> change.holds().test(before, setup)).orElse(true);
        };
    }
}
