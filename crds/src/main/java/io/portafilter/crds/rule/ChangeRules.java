package io.portafilter.crds.rule;

import static io.portafilter.crds.rule.SetupRule.change;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.crds.setup.PodNetwork;
import java.util.List;
import java.util.Optional;

/** Rules about what a change may do to a running cluster. */
final class ChangeRules {
    private ChangeRules() {}

    static List<SetupRule> all() {
        return List.of(
                change(
                        "domain-change",
                        "spec.dns",
                        "self.clusterDomain == oldSelf.clusterDomain || (has(self.additionalDomains)"
                                + " && oldSelf.clusterDomain in self.additionalDomains && has(oldSelf.additionalDomains)"
                                + " && self.clusterDomain in oldSelf.additionalDomains)",
                        "first add the new domain to additionalDomains; then exchange both, so that no name goes away",
                        (old, now) -> isDomainStep(old.dns(), now.dns())),
                change(
                        "cni-provider-immutable",
                        "spec.cni",
                        "self.provider == oldSelf.provider || oldSelf.provider == 'External'",
                        "the provider of a running cluster is not exchanged; only External may become another",
                        (old, now) -> now.cni().provider() == old.cni().provider()
                                || old.cni().provider() == Provider.EXTERNAL),
                change(
                        "pods-additive",
                        "spec.pods",
                        "oldSelf.cidrs.all(o, self.cidrs.exists(n, n == o || (isCIDR(n) && isCIDR(o)"
                                + " && cidr(n).containsCIDR(o) && cidr(n).ip() == cidr(o).ip())))"
                                + " && self.nodeMask == oldSelf.nodeMask",
                        "a range of pods may be widened from its first address, or one of the other family added; nodeMask stays",
                        (old, now) -> isAdditive(old.pods(), now.pods())),
                change(
                        "pods-primary-family",
                        "spec.pods",
                        "self.cidrs.size() == 0 || oldSelf.cidrs.size() == 0 || !isCIDR(self.cidrs[0]) || !isCIDR(oldSelf.cidrs[0])"
                                + " || cidr(self.cidrs[0]).ip().family() == cidr(oldSelf.cidrs[0]).ip().family()",
                        "the first range keeps its family; put the new one behind it",
                        (old, now) -> first(old.pods().cidrs())
                                .flatMap(before ->
                                        first(now.pods().cidrs()).map(after -> before.family() == after.family()))
                                .orElse(true)),
                change(
                        "services-primary-immutable",
                        "spec.services",
                        "self.cidrs[0] == oldSelf.cidrs[0] && (oldSelf.cidrs.size() < 2"
                                + " || (self.cidrs.size() == 2 && self.cidrs[1] == oldSelf.cidrs[1]))",
                        "the API server's ranges stay; add a second family, or ranges to services.additional",
                        (old, now) -> startsWith(
                                now.services().cidrs(), old.services().cidrs())),
                change(
                        "dns-ip-immutable",
                        "spec.dns",
                        "!has(oldSelf.serviceIP) || (has(self.serviceIP) && self.serviceIP == oldSelf.serviceIP)",
                        "every running pod asks the old address; it stays",
                        (old, now) -> old.dns().serviceIp().isEmpty()
                                || old.dns().serviceIp().equals(now.dns().serviceIp())));
    }

    private static boolean isDomainStep(DnsSpec old, DnsSpec now) {
        return now.clusterDomain().equals(old.clusterDomain())
                || (now.additionalDomains().contains(old.clusterDomain())
                        && old.additionalDomains().contains(now.clusterDomain()));
    }

    private static boolean isAdditive(PodNetwork old, PodNetwork now) {
        return old.nodeMask().equals(now.nodeMask())
                && old.cidrs().stream()
                        .allMatch(before -> now.cidrs().stream().anyMatch(after -> grows(before, after)));
    }

    private static boolean grows(String before, String after) {
        if (before.equals(after)) {
            return true;
        }
        Optional<Cidr> old = Cidr.parse(before);
        Optional<Cidr> wide = Cidr.parse(after);
        return old.isPresent()
                && wide.isPresent()
                && wide.get().contains(old.get())
                && wide.get().ip().equals(old.get().ip());
    }

    private static Optional<Cidr> first(List<String> texts) {
        return texts.stream().findFirst().flatMap(Cidr::parse);
    }

    private static boolean startsWith(List<String> texts, List<String> prefix) {
        return texts.size() >= prefix.size() && texts.subList(0, prefix.size()).equals(prefix);
    }
}
