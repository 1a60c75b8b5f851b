package io.portafilter.crds.rule;

import static io.portafilter.crds.rule.SetupRule.of;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.AdditionalRange;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import io.portafilter.crds.setup.ReservedCidr;
import java.util.List;
import java.util.stream.Stream;

/** Rules about ranges of addresses. */
final class RangeRules {
    private static final String CANONICAL = "isCIDR(self) && cidr(self) == cidr(self).masked()";
    private static final String PROVIDER = "has(self.allocation) && self.allocation == 'Provider'";
    private static final String NETWORKS =
            "!self.pods.cidrs.all(c, isCIDR(c)) || !self.services.cidrs.all(c, isCIDR(c)) || ";
    private static final int MOST_NODE_BITS = 16;

    private RangeRules() {}

    static List<SetupRule> all() {
        return List.of(
                of(
                        "pod-cidr-form",
                        "spec.pods.cidrs.*",
                        CANONICAL,
                        "write a network without host bits, such as 10.244.0.0/16",
                        spec -> spec.pods().cidrs().stream().allMatch(Ranges::isCanonical)),
                of(
                        "pod-cidr-count",
                        "spec.pods",
                        "(" + PROVIDER + ") || (self.cidrs.size() >= 1 && self.cidrs.size() <= 2)",
                        "write one range, or one for each family; none or several only with allocation Provider",
                        spec -> isProvider(spec)
                                || List.of(1, 2).contains(spec.pods().cidrs().size())),
                of(
                        "pod-cidr-families",
                        "spec.pods",
                        "(" + PROVIDER + ") || self.cidrs.size() < 2 || !self.cidrs.all(c, isCIDR(c))"
                                + " || cidr(self.cidrs[0]).ip().family() != cidr(self.cidrs[1]).ip().family()",
                        "two ranges are one of IPv4 and one of IPv6; widen the one instead of adding a second of its family",
                        spec -> isProvider(spec) || Ranges.all(spec.pods().cidrs(), Ranges::differentFamilies)),
                of(
                        "svc-cidr-form",
                        "spec.services.cidrs.*",
                        CANONICAL,
                        "write a network without host bits, such as 10.96.0.0/12",
                        spec -> spec.services().cidrs().stream().allMatch(Ranges::isCanonical)),
                of(
                        "svc-cidr-size",
                        "spec.services.cidrs.*",
                        "!isCIDR(self) || (cidr(self).ip().family() == 4"
                                + " ? cidr(self).prefixLength() >= 12 && cidr(self).prefixLength() <= 28"
                                + " : cidr(self).prefixLength() >= 108 && cidr(self).prefixLength() <= 124)",
                        "the API server takes /12 to /28 for IPv4 and /108 to /124 for IPv6",
                        spec -> spec.services().cidrs().stream()
                                .flatMap(text -> Cidr.parse(text).stream())
                                .allMatch(RangeRules::isServiceSize)),
                of(
                        "svc-cidr-families",
                        "spec.services.cidrs",
                        "self.size() < 2 || !self.all(c, isCIDR(c))"
                                + " || cidr(self[0]).ip().family() != cidr(self[1]).ip().family()",
                        "two ranges are one of IPv4 and one of IPv6; further ones go to services.additional",
                        spec -> Ranges.all(spec.services().cidrs(), Ranges::differentFamilies)),
                of(
                        "families-match",
                        "spec",
                        NETWORKS + "self.pods.cidrs.size() == 0 || self.services.cidrs.all(s,"
                                + " self.pods.cidrs.exists(p, cidr(p).ip().family() == cidr(s).ip().family()))",
                        "Services of a family need pods of that family: add a range to pods.cidrs",
                        spec -> both(
                                spec,
                                (pods, services) -> pods.isEmpty()
                                        || services.stream()
                                                .allMatch(service -> pods.stream()
                                                        .anyMatch(pod -> pod.family() == service.family())))),
                of(
                        "pod-svc-overlap",
                        "spec",
                        NETWORKS + "self.pods.cidrs.all(p, self.services.cidrs.all(s,"
                                + " !cidr(p).containsCIDR(s) && !cidr(s).containsCIDR(p)))",
                        "pods and Services share addresses; move one of the ranges",
                        spec -> both(spec, Ranges::apart)),
                of(
                        "reserved-overlap",
                        "spec",
                        "!has(self.reservedCIDRs) || " + NETWORKS
                                + "!self.reservedCIDRs.all(r, isCIDR(r.cidr)) || self.reservedCIDRs.all(r,"
                                + " (self.pods.cidrs + self.services.cidrs).all(c,"
                                + " !cidr(c).containsCIDR(r.cidr) && !cidr(r.cidr).containsCIDR(c)))",
                        "a range of the cluster overlaps one of reservedCIDRs; move it",
                        RangeRules::apartFromReserved),
                of(
                        "node-mask",
                        "spec.pods",
                        "(" + PROVIDER
                                + ") || !self.cidrs.all(c, isCIDR(c)) || self.cidrs.all(c, cidr(c).ip().family() == 4"
                                + " ? self.nodeMask.ipv4 >= cidr(c).prefixLength() && self.nodeMask.ipv4 - cidr(c).prefixLength() <= 16"
                                + " : self.nodeMask.ipv6 >= cidr(c).prefixLength() && self.nodeMask.ipv6 - cidr(c).prefixLength() <= 16)",
                        "a node's mask is as long as the range's prefix, or up to 16 longer: kube-controller-manager takes no other",
                        spec -> isProvider(spec)
                                || Ranges.all(
                                        spec.pods().cidrs(),
                                        pods -> pods.stream().allMatch(pod -> fits(spec, pod)))),
                of(
                        "additional-form",
                        "spec.services.additional.*.cidrs.*",
                        CANONICAL,
                        "write a network without host bits, such as 10.112.0.0/16",
                        spec -> additional(spec).allMatch(Ranges::isCanonical)),
                of(
                        "additional-name",
                        "spec.services.additional.*",
                        "self.name != 'kubernetes'",
                        "kubernetes is the name of the API server's own range; choose another",
                        spec -> spec.services().additional().stream()
                                .noneMatch(range -> range.name().equals("kubernetes"))),
                of(
                        "additional-overlap",
                        "spec",
                        "!has(self.services.additional) || !self.pods.cidrs.all(c, isCIDR(c)) || self.services.additional.all(a,"
                                + " a.cidrs.all(x, !isCIDR(x) || self.pods.cidrs.all(p,"
                                + " !cidr(p).containsCIDR(x) && !cidr(x).containsCIDR(p))))",
                        "an additional Service range shares addresses with pods; choose another",
                        spec -> Ranges.all(
                                spec.pods().cidrs(),
                                pods -> additional(spec)
                                        .flatMap(text -> Cidr.parse(text).stream())
                                        .noneMatch(range -> pods.stream().anyMatch(range::overlaps)))));
    }

    private interface Both {
        boolean holds(List<Cidr> pods, List<Cidr> services);
    }

    private static boolean both(NetworkSetupSpec spec, Both check) {
        return Ranges.all(
                spec.pods().cidrs(),
                pods -> Ranges.all(spec.services().cidrs(), services -> check.holds(pods, services)));
    }

    private static boolean apartFromReserved(NetworkSetupSpec spec) {
        List<String> texts =
                spec.reservedCidrs().stream().map(ReservedCidr::cidr).toList();
        return Ranges.all(
                texts,
                reserved -> both(
                        spec, (pods, services) -> Ranges.apart(reserved, pods) && Ranges.apart(reserved, services)));
    }

    static boolean isProvider(NetworkSetupSpec spec) {
        return spec.pods().allocation() == Allocation.PROVIDER;
    }

    private static boolean isServiceSize(Cidr range) {
        return range.family() == 4
                ? range.prefix() >= 12 && range.prefix() <= 28
                : range.prefix() >= 108 && range.prefix() <= 124;
    }

    private static boolean fits(NetworkSetupSpec spec, Cidr pods) {
        int mask = pods.family() == 4
                ? spec.pods().nodeMask().ipv4()
                : spec.pods().nodeMask().ipv6();
        return mask >= pods.prefix() && mask - pods.prefix() <= MOST_NODE_BITS;
    }

    private static Stream<String> additional(NetworkSetupSpec spec) {
        return spec.services().additional().stream().map(AdditionalRange::cidrs).flatMap(List::stream);
    }
}
