package io.portafilter.network.plan;

import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.corefile.check.Server;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ZoneSet;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.render.CorefileText;
import io.portafilter.network.corefile.render.Mark;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.StubDomain;
import io.portafilter.network.observe.Dns;
import io.portafilter.network.observe.DnsOwner;
import io.portafilter.network.observe.Observation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stub domains where a platform writes the Corefile itself and leaves its users the ConfigMap coredns-custom, whose {@code *.server}
 * keys the Corefile imports: k3s, AKS and those who copied them. They go into a key of our own there.
 */
final class CustomBlocks {
    private static final String CONFIG_MAP = "coredns-custom";
    static final String KEY = "portafilter.server";
    private static final String SUFFIX = "*.server";
    private static final int GENERATION_BEGINS = "sha256:".length();
    private static final int GENERATION_ENDS = GENERATION_BEGINS + 12;

    private final Observation seen;
    private final DnsSettings wanted;
    private final String file;
    private final List<StubDomain> own;

    private CustomBlocks(Observation seen, DnsSettings wanted, String file, List<StubDomain> own) {
        this.seen = seen;
        this.wanted = wanted;
        this.file = file;
        this.own = own;
    }

    /**
     * What belongs into the custom ConfigMap; nothing where the platform has none.
     *
     * @param live the platform's own Corefile
     */
    static Optional<CustomBlocks> of(Observation seen, DnsSettings wanted, String live) {
        DnsOwner owner = seen.dns().owner();
        if (owner != DnsOwner.K3S && owner != DnsOwner.CUSTOM_CONFIG_MAP) {
            return Optional.empty();
        }
        Set<String> zones = CorefileParser.keeping().parse("Corefile", live).blocks().stream()
                .flatMap(block -> Server.of(block).keys().stream())
                .map(key -> DomainName.normal(key.zone()))
                .collect(Collectors.toSet());
        List<StubDomain> own = wanted.stubDomains().stream()
                .filter(stub -> stub.zones().stream().map(DomainName::normal).noneMatch(zones::contains))
                .toList();
        return wanted.imports().servers().stream()
                .filter(pattern -> pattern.endsWith(SUFFIX))
                .findFirst()
                .map(pattern -> new CustomBlocks(
                        seen, wanted, pattern.substring(0, pattern.length() - SUFFIX.length()) + KEY, own));
    }

    /** What is left for the platform's Corefile. */
    DnsSettings rest() {
        ZoneSet zones = ZoneSet.of(own.stream()
                .flatMap(stub -> stub.zones().stream())
                .map(DomainName::normal)
                .toList());
        return wanted.withStubDomains(wanted.stubDomains().stream()
                        .filter(stub -> !own.contains(stub))
                        .toList())
                .withHosts(new HostsSettings(
                        wanted.hosts().ttlSeconds(),
                        wanted.hosts().records().stream()
                                .map(record -> new HostsRecord(
                                        record.address(),
                                        record.names().stream()
                                                .filter(name -> zones.covering(DomainName.normal(name))
                                                        .isEmpty())
                                                .toList()))
                                .filter(record -> !record.names().isEmpty())
                                .toList()));
    }

    /** The file as the Corefile imports it, to be checked with all the others. */
    String file() {
        return file;
    }

    /** The text of our key, with a block that says which text a replica has loaded; empty where there is nothing to say. */
    String text() {
        if (own.isEmpty()) {
            return "";
        }
        String blocks = CorefileText.write(
                        new DnsSettings(Optional.empty(), own, wanted.hosts(), ImportSettings.none(), ""),
                        Optional.empty())
                .text();
        String generation = Digest.of(blocks).substring(GENERATION_BEGINS, GENERATION_ENDS);
        return blocks + "\nversion.bind:53 {\n    chaos " + Mark.PREFIX + generation + "\n}\n";
    }

    /** The change of our key, if it has another text. */
    Optional<Change> change() {
        Dns dns = seen.dns();
        String namespace = dns.configMap().map(ObjectId::namespace).orElse("kube-system");
        Optional<ClusterObject> map = seen.cluster().configMap(namespace, CONFIG_MAP);
        String live = map.flatMap(config -> config.data(KEY)).orElse("");
        String text = text();
        return live.equals(text)
                ? Optional.empty()
                : Optional.of(new Change(
                        new ObjectId("ConfigMap", namespace, CONFIG_MAP),
                        KEY,
                        live,
                        text,
                        Risk.RELOAD,
                        map.isPresent() ? Feasibility.APPLY : Feasibility.MANUAL,
                        Drift.of(map.flatMap(config -> LastWritten.of(config, KEY)), live, text),
                        "the Corefile with all that it imports is read, and nothing in it stops CoreDNS",
                        "every replica answers dig CH TXT version.bind with the new generation within 150 s",
                        "the key as it was; CoreDNS takes it at its next look",
                        map.isPresent()
                                ? List.of()
                                : List.of("kubectl --namespace " + namespace + " create configmap " + CONFIG_MAP)));
    }
}
