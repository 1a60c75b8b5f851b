package io.portafilter.network.spec;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.PodNetwork;
import io.portafilter.network.cni.ProviderEdits;
import io.portafilter.network.corefile.adopt.Adopted;
import io.portafilter.network.corefile.adopt.Adoption;
import io.portafilter.network.corefile.adopt.KubeDns;
import io.portafilter.network.corefile.compare.Comparison;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.render.CorefileText;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.observe.CniView;
import io.portafilter.network.observe.Dns;
import io.portafilter.network.observe.DnsOwner;
import io.portafilter.network.observe.NodeView;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The spec that reproduces a running cluster: planned against that cluster, it changes nothing. */
public final class Proposal {
    private static final String DEFAULT_DOMAIN = "cluster.local";

    private final Observation seen;

    private Proposal(Observation seen) {
        this.seen = seen;
    }

    /** The proposed spec. */
    public static NetworkSetupSpec of(Observation seen) {
        return new Proposal(seen).spec();
    }

    private NetworkSetupSpec spec() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("pods", pods(podRanges()));
        tree.put("services", services());
        tree.put("cni", Map.of("provider", seen.cni().provider().word()));
        tree.put("kubeProxy", kubeProxy());
        NetworkSetupSpec bare = read(tree);
        if (changesNetwork(bare)) {
            tree.put("cni", Map.of("provider", Provider.EXTERNAL.word()));
        }
        if (changesProxy(bare)) {
            tree.put("kubeProxy", Map.of("management", "Unmanaged"));
        }
        tree.put("dns", RecordWriter.tree(dns(bare)));
        return read(tree);
    }

    /** Whether the provider has another range of pods than the cluster: that is a conflict, and no proposal mends it unasked. */
    private boolean changesNetwork(NetworkSetupSpec bare) {
        return CniView.config(seen.cluster(), bare.cni().provider())
                .filter(config -> ProviderEdits.of(bare.cni().provider(), config, bare).stream()
                        .anyMatch(edit -> !edit.wanted().equals(config.data(edit.key()))))
                .isPresent();
    }

    /** Likewise kube-proxy. */
    private boolean changesProxy(NetworkSetupSpec bare) {
        boolean ranges = bare.pods().allocation() != PodNetwork.Allocation.PROVIDER
                && !bare.pods().cidrs().isEmpty();
        return ranges
                && seen.proxy()
                        .clusterCidr()
                        .filter(range ->
                                !range.equals(String.join(",", bare.pods().cidrs())))
                        .isPresent();
    }

    private static NetworkSetupSpec read(Map<String, Object> tree) {
        return RecordReader.read(NetworkSetupSpec.class, tree, "spec").value();
    }

    private Map<String, Object> pods(List<String> ranges) {
        Map<String, Object> pods = new LinkedHashMap<>();
        pods.put("cidrs", ranges);
        Map<String, Object> mask = new LinkedHashMap<>();
        masks(4).ifPresent(length -> mask.put("ipv4", length));
        masks(6).ifPresent(length -> mask.put("ipv6", length));
        pods.put("nodeMask", mask);
        boolean own = !seen.cni().usesNodeRanges()
                && seen.nodes().stream().allMatch(node -> node.podRanges().isEmpty());
        if (own || ranges.size() > 2 || ranges.isEmpty() || sameFamily(ranges)) {
            pods.put("allocation", "Provider");
        }
        return pods;
    }

    private static boolean sameFamily(List<String> ranges) {
        return ranges.size() == 2
                && Cidr.parse(ranges.get(0))
                        .map(Cidr::family)
                        .equals(Cidr.parse(ranges.get(1)).map(Cidr::family));
    }

    private Optional<Integer> masks(int family) {
        return seen.nodes().stream()
                .map(NodeView::podRanges)
                .flatMap(List::stream)
                .flatMap(text -> Cidr.parse(text).stream())
                .filter(range -> range.family() == family)
                .map(Cidr::prefix)
                .findFirst()
                .or(() -> seen.about(Topic.NODE_MASK).stream()
                        .map(Reading::value)
                        .filter(text -> text.matches("[0-9]{1,3}"))
                        .map(Integer::valueOf)
                        .filter(length -> family == 4 ? length <= 30 : length >= 48)
                        .findFirst());
    }

    /** The first source of the cluster's own; where only a provider speaks, all of its pools. */
    private List<String> podRanges() {
        List<Reading> readings = seen.about(Topic.POD_RANGES);
        List<Reading> own =
                readings.stream().filter(reading -> !isPool(reading.object())).toList();
        Set<String> ranges = new LinkedHashSet<>();
        if (own.isEmpty()) {
            readings.forEach(reading -> ranges.addAll(reading.values()));
        } else {
            ranges.addAll(own.getFirst().values());
        }
        return List.copyOf(ranges);
    }

    private static boolean isPool(String object) {
        return object.startsWith("IPPool ");
    }

    private Map<String, Object> services() {
        Map<String, Object> services = new LinkedHashMap<>();
        services.put("cidrs", first(Topic.SERVICE_RANGES).map(Reading::values).orElseGet(this::guessedServices));
        List<Object> additional = new ArrayList<>();
        seen.cluster().all("ServiceCIDR").stream()
                .filter(range -> !range.name().equals("kubernetes"))
                .forEach(range -> additional.add(
                        Map.of("name", range.name(), "cidrs", range.tree().texts("spec", "cidrs"))));
        services.put("additional", additional);
        first(Topic.NODE_PORTS).ifPresent(ports -> services.put("nodePortRange", ports.value()));
        return services;
    }

    /** Managed clouds show no source: the range of the usual size around the DNS address. */
    private List<String> guessedServices() {
        return seen.dns().addresses().stream()
                .flatMap(text -> Cidr.parse(text + (text.contains(":") ? "/108" : "/16")).stream())
                .map(range -> range.masked().toString())
                .limit(1)
                .toList();
    }

    private Map<String, Object> kubeProxy() {
        Map<String, Object> proxy = new LinkedHashMap<>();
        if (!seen.proxy().isThere()) {
            proxy.put("management", "Absent");
        } else if (seen.proxy().text().isEmpty()) {
            proxy.put("management", "Unmanaged");
        }
        return proxy;
    }

    private Optional<Reading> first(Topic topic) {
        return seen.about(topic).stream().findFirst();
    }

    private DnsSpec dns(NetworkSetupSpec bare) {
        Dns dns = seen.dns();
        String domain = first(Topic.CLUSTER_DOMAIN).map(Reading::value).orElse(DEFAULT_DOMAIN);
        Optional<DnsSettings> settings = dns.owner() == DnsOwner.KUBE_DNS
                ? kubeDns(domain)
                : dns.corefile().map(text -> Adoption.adopt(dns.key(), text)).flatMap(Adopted::settings);
        Optional<DnsSpec> typed = settings.map(found -> DnsSpecOf.of(found, domain))
                .filter(spec -> same(settings.get(), DnsSettingsOf.settings(with(bare, spec))));
        DnsSpec spec = typed.orElseGet(() -> DnsSpecOf.verbatim(dns.corefile().orElse(""), domain));
        Map<String, Object> tree = new LinkedHashMap<>(RecordWriter.tree(spec));
        dns.addresses().stream().findFirst().ifPresent(address -> tree.put("serviceIP", address));
        if (!dns.owner().isWritable() || settings.isEmpty()) {
            tree.put("management", "Unmanaged");
        }
        return RecordReader.read(DnsSpec.class, tree, "spec.dns").value();
    }

    private static boolean same(DnsSettings one, DnsSettings other) {
        return Comparison.of(meaning(one), meaning(other)).isEmpty();
    }

    private static Meaning meaning(DnsSettings settings) {
        String text = CorefileText.write(settings, Optional.empty()).text();
        return Meaning.of(CorefileParser.keeping().parse("Corefile", text));
    }

    private Optional<DnsSettings> kubeDns(String domain) {
        return seen.cluster()
                .configMap("kube-system", "kube-dns")
                .map(config -> KubeDns.adopt(config.tree().textMap("data"), domain))
                .flatMap(Adopted::settings);
    }

    /** A spec with another DNS. */
    static NetworkSetupSpec with(NetworkSetupSpec spec, DnsSpec dns) {
        return new NetworkSetupSpec(
                spec.mode(),
                spec.approval(),
                spec.rollout(),
                spec.reservedCidrs(),
                spec.pods(),
                spec.services(),
                dns,
                spec.cni(),
                spec.kubeProxy(),
                spec.policies());
    }
}
