package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.problem.Place;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster's domain changes in two steps: first both domains are served, then they change places. In between every kubelet and
 * every pod learns the new one; a change in one step leaves all pods that run without their search list.
 */
public final class DomainChange {
    private DomainChange() {}

    /**
     * What forbids a change.
     *
     * @param before the cluster domain, then the additional ones
     * @param after likewise
     */
    public static Optional<Problem> refused(List<String> before, List<String> after) {
        if (before.isEmpty() || after.isEmpty() || same(before.getFirst(), after.getFirst())) {
            return Optional.empty();
        }
        boolean known = before.stream().anyMatch(domain -> same(domain, after.getFirst()));
        boolean kept = after.stream().anyMatch(domain -> same(domain, before.getFirst()));
        if (known && kept) {
            return Optional.empty();
        }
        String what = known
                ? "the old domain " + before.getFirst() + " would no longer be served, and running pods still use it"
                : "the new domain is not served yet";
        String remedy = known
                ? "Keep " + before.getFirst() + " in additionalDomains until no pod uses it"
                : "Add " + after.getFirst()
                        + " to additionalDomains first, and change clusterDomain once that is applied";
        return Optional.of(
                new Problem(Rule.SETTING, new Place("clusterDomain", 0), "setting", after.getFirst(), what, remedy));
    }

    /** The domains of each step on the way from one cluster domain to another. */
    public static List<List<String>> steps(List<String> current, String wanted) {
        if (current.isEmpty() || same(current.getFirst(), wanted)) {
            return List.of();
        }
        List<String> both = new ArrayList<>(current);
        if (current.stream().noneMatch(domain -> same(domain, wanted))) {
            both.add(wanted);
        }
        List<String> swapped = new ArrayList<>(List.of(wanted));
        both.stream().filter(domain -> !same(domain, wanted)).forEach(swapped::add);
        return both.equals(current) ? List.of(swapped) : List.of(List.copyOf(both), List.copyOf(swapped));
    }

    private static boolean same(String one, String other) {
        return DomainName.normal(one).equals(DomainName.normal(other));
    }
}
