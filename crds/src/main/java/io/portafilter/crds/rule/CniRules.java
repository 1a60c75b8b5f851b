package io.portafilter.crds.rule;

import static io.portafilter.crds.rule.SetupRule.of;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.CniSpec;
import io.portafilter.crds.setup.CniSpec.Encryption;
import io.portafilter.crds.setup.CniSpec.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about what connects pods. */
final class CniRules {
    private static final Set<Provider> ENCRYPTING =
            Set.of(Provider.FLANNEL, Provider.CALICO, Provider.CILIUM, Provider.WEAVE);
    private static final Pattern FILE = Pattern.compile("[0-9][0-9]-[a-z0-9][a-z0-9.-]*\\.conflist");
    private static final Pattern LINK = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]*");
    private static final int LONGEST_LINK = 15;

    private CniRules() {}

    static List<SetupRule> all() {
        return List.of(
                of(
                        "cni-union",
                        "spec.cni",
                        "(has(self.bridge) ? self.provider == 'Bridge' : true)"
                                + " && (has(self.flannel) ? self.provider == 'Flannel' : true)"
                                + " && (has(self.calico) ? self.provider == 'Calico' : true)"
                                + " && (has(self.cilium) ? self.provider == 'Cilium' : true)"
                                + " && (has(self.weave) ? self.provider == 'Weave' : true)"
                                + " && (has(self.custom) == (self.provider == 'Custom'))",
                        "only the section of the provider may be there, and Custom needs its own",
                        spec -> isUnion(spec.cni())),
                of(
                        "cni-encryption",
                        "spec.cni",
                        "!has(self.encryption) || self.encryption == 'None'"
                                + " || self.provider in ['Flannel', 'Calico', 'Cilium', 'Weave']",
                        "only Flannel, Calico, Cilium and Weave encrypt",
                        spec -> spec.cni().encryption() == Encryption.NONE
                                || ENCRYPTING.contains(spec.cni().provider())),
                of(
                        "cni-filename",
                        "spec.cni.fileName",
                        "self.matches('^[0-9][0-9]-[a-z0-9][a-z0-9.-]*\\\\.conflist$')",
                        "write two digits, a dash, a name and .conflist: the first name in byte order wins",
                        spec -> FILE.matcher(spec.cni().fileName()).matches()),
                of(
                        "cni-mtu",
                        "spec.cni",
                        "!has(self.mtu) || self.mtu == 0 || self.mtu >= 1280",
                        "write 0, or 1280 and more: IPv6 needs that",
                        spec -> spec.cni().mtu() == 0 || spec.cni().mtu() >= 1280),
                of(
                        "bridge-name",
                        "spec.cni.bridge.name",
                        "self.size() <= 15 && self.matches('^[a-zA-Z][a-zA-Z0-9_.-]*$')",
                        "the kernel takes at most 15 characters; begin with a letter",
                        spec -> spec.cni().bridge().stream()
                                .allMatch(bridge -> bridge.name().length() <= LONGEST_LINK
                                        && LINK.matcher(bridge.name()).matches())),
                of(
                        "hairpin-promisc",
                        "spec.cni.bridge",
                        "!(has(self.hairpin) && self.hairpin && has(self.promiscuous) && self.promiscuous)",
                        "the bridge plugin refuses hairpin and promiscuous together; switch one off",
                        spec -> spec.cni().bridge().stream()
                                .noneMatch(bridge -> bridge.hairpin() && bridge.promiscuous())),
                of(
                        "weave-v4-only",
                        "spec",
                        "self.cni.provider != 'Weave' || self.pods.cidrs.all(c, !isCIDR(c) || cidr(c).ip().family() == 4)",
                        "Weave Net knows IPv4 only; remove the IPv6 range",
                        spec -> spec.cni().provider() != Provider.WEAVE
                                || spec.pods().cidrs().stream()
                                        .flatMap(text -> Cidr.parse(text).stream())
                                        .allMatch(pods -> pods.family() == 4)));
    }

    private static boolean isUnion(CniSpec cni) {
        return only(cni, cni.bridge(), Provider.BRIDGE)
                && only(cni, cni.flannel(), Provider.FLANNEL)
                && only(cni, cni.calico(), Provider.CALICO)
                && only(cni, cni.cilium(), Provider.CILIUM)
                && only(cni, cni.weave(), Provider.WEAVE)
                && cni.custom().isPresent() == (cni.provider() == Provider.CUSTOM);
    }

    private static boolean only(CniSpec cni, Optional<?> section, Provider provider) {
        return section.isEmpty() || cni.provider() == provider;
    }
}
