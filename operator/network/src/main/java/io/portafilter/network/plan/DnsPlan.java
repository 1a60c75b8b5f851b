package io.portafilter.network.plan;

import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.check.Server;
import io.portafilter.network.corefile.compare.Comparison;
import io.portafilter.network.corefile.compare.Meaning;
import io.portafilter.network.corefile.parse.CorefileParser;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.render.CorefileRenderer;
import io.portafilter.network.corefile.render.DomainChange;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.observe.Dns;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.DnsSettingsOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Corefile, and the address that it is asked at. */
final class DnsPlan {
    private final Observation seen;
    private final NetworkSetupSpec spec;
    private final Dns dns;

    DnsPlan(Observation seen, NetworkSetupSpec spec) {
        this.seen = seen;
        this.spec = spec;
        this.dns = seen.dns();
    }

    void changes(List<Change> changes, List<String> refusals) {
        address(changes);
        if (spec.dns().management() == DnsSpec.Management.UNMANAGED) {
            return;
        }
        Optional<String> live = corefile();
        if (live.isEmpty()) {
            refusals.add("spec.dns: no ConfigMap with a Corefile was found, so there is nothing to plan from;"
                    + " name it in spec.dns.target, or set spec.dns.management: Unmanaged");
            return;
        }
        Optional<String> hardChange = hardChange(live.get());
        if (hardChange.isPresent()) {
            refusals.add("spec.dns: " + hardChange.get());
            return;
        }
        authorities(refusals);
        DnsSettings wish = DnsSettingsOf.settings(spec);
        Optional<CustomBlocks> custom = CustomBlocks.of(seen, wish, live.get());
        CorefileRenderer.Rendered rendered = new CorefileRenderer(check())
                .render(custom.map(CustomBlocks::rest).orElse(wish));
        rendered.problems().stream().filter(Problem::refused).forEach(problem -> refusals.add("spec.dns: " + problem));
        rendered.text()
                .filter(wanted -> differs(live.get(), wanted))
                .ifPresent(wanted -> changes.add(change(live.get(), wanted)));
        custom.ifPresent(blocks -> custom(blocks, live.get(), changes, refusals));
    }

    private void custom(CustomBlocks blocks, String live, List<Change> changes, List<String> refusals) {
        Map<String, String> files = new HashMap<>(dns.files());
        files.put(blocks.file(), blocks.text());
        CorefileCheck with = check(dns, files);
        with.check(key(), live).problems().stream()
                .filter(Problem::refused)
                .forEach(problem -> refusals.add("spec.dns.stubDomains: " + problem));
        blocks.change().ifPresent(changes::add);
    }

    /** Why the cluster domain cannot change so from what is served now. */
    private Optional<String> hardChange(String live) {
        List<String> served = check().check(key(), live).servers().stream()
                .map(Server::clusterDomains)
                .filter(domains -> !domains.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<String> wanted = Stream.concat(
                        Stream.of(spec.dns().clusterDomain()), spec.dns().additionalDomains().stream())
                .toList();
        return DomainChange.refused(served, wanted).map(Problem::sentence);
    }

    private void authorities(List<String> refusals) {
        Stream.concat(
                        spec.dns().upstreams().tls().stream(),
                        spec.dns().stubDomains().stream().flatMap(stub -> stub.upstreams().tls().stream()))
                .filter(tls -> tls.caFile().isEmpty())
                .flatMap(tls -> tls.caSecretRef().stream())
                .forEach(secret -> refusals.add("spec.dns: the authorities of Secret " + secret
                        + " must be mounted in the DNS pods by hand; name the file in tls.caFile then"));
    }

    private CorefileCheck check() {
        return check(dns);
    }

    static CorefileCheck check(Dns dns) {
        return check(dns, dns.files());
    }

    private static CorefileCheck check(Dns dns, Map<String, String> files) {
        return new CorefileCheck(
                new CoreDns(dns.version(), Set.of(), Set.copyOf(dns.addresses())),
                new ImportedFiles(files),
                Environment.kept());
    }

    private ObjectId target() {
        return spec.dns()
                .target()
                .map(target -> new ObjectId("ConfigMap", target.namespace(), target.configMap()))
                .or(dns::configMap)
                .orElse(new ObjectId("ConfigMap", "kube-system", "coredns"));
    }

    private String key() {
        return spec.dns().target().map(target -> target.key()).orElse(dns.key());
    }

    private Optional<ClusterObject> object() {
        return seen.cluster().configMap(target().namespace(), target().name());
    }

    private Optional<String> corefile() {
        return object().flatMap(config -> config.data(key()));
    }

    private static boolean differs(String live, String wanted) {
        return !Comparison.of(meaning(live), meaning(wanted)).isEmpty();
    }

    private static Meaning meaning(String text) {
        return Meaning.of(CorefileParser.keeping().parse("Corefile", text));
    }

    private Change change(String live, String wanted) {
        boolean ours = dns.owner().isWritable();
        return new Change(
                target(),
                key(),
                live,
                wanted,
                Risk.RELOAD,
                ours ? Feasibility.APPLY : Feasibility.MANUAL,
                Drift.of(object().flatMap(config -> LastWritten.of(config, key())), live, wanted),
                "the new Corefile is read back, and nothing in it stops CoreDNS "
                        + dns.version().map(Object::toString).orElse("of an unknown version"),
                "every replica answers dig CH TXT version.bind with the new generation within 150 s",
                "the ConfigMap as it was; CoreDNS takes it at its next look",
                ours ? List.of() : List.of(dns.owner().label()));
    }

    private void address(List<Change> changes) {
        String live = dns.addresses().stream().findFirst().orElse("");
        spec.dns()
                .serviceIp()
                .filter(wanted -> !live.isEmpty() && !dns.addresses().contains(wanted))
                .ifPresent(wanted -> changes.add(new Change(
                        dns.service().orElse(new ObjectId("Service", "kube-system", "kube-dns")),
                        "spec.clusterIP",
                        live,
                        wanted,
                        Risk.OUTAGE,
                        Feasibility.IMPOSSIBLE,
                        Drift.FIRST,
                        "none: every running pod asks " + live,
                        "none",
                        "none",
                        List.of("write spec.dns.serviceIP: " + live + ", as it is"))));
    }
}
