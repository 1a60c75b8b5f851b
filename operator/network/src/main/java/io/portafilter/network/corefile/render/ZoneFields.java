package io.portafilter.network.corefile.render;

import com.google.re2j.Pattern;
import io.portafilter.network.corefile.form.Address;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ReverseZones;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.form.ZoneSet;
import io.portafilter.network.corefile.settings.ClusterSettings;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.Reverse;
import io.portafilter.network.corefile.settings.StubDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names and zones, and how they lie to each other. */
final class ZoneFields {
    private static final int MOST_DOMAINS = 5;
    private static final int MOST_STUBS = 16;
    private static final int MOST_STUB_ZONES = 8;
    private static final int MOST_RECORDS = 500;
    private static final int LONGEST_DOMAIN = 190;
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*\\.?");

    private final DnsSettings settings;
    private final Fields fields;
    private final List<String> domains;

    ZoneFields(DnsSettings settings, Fields fields) {
        this.settings = settings;
        this.fields = fields;
        this.domains = settings.main()
                .flatMap(main -> main.cluster())
                .map(ClusterSettings::domains)
                .orElse(List.of());
    }

    void check() {
        settings.main().flatMap(main -> main.cluster()).ifPresent(this::cluster);
        fields.most("stubDomains", settings.stubDomains().size(), MOST_STUBS);
        Set<String> taken = new HashSet<>();
        settings.stubDomains().forEach(stub -> stub(stub, taken));
        fields.most("hosts.records", settings.hosts().records().size(), MOST_RECORDS);
        settings.hosts().ttlSeconds().ifPresent(ttl -> fields.range("hosts.ttlSeconds", ttl, 1, 65535));
        settings.hosts().records().forEach(this::record);
    }

    private void cluster(ClusterSettings cluster) {
        if (cluster.domains().isEmpty()) {
            fields.refuse("clusterDomain", "", "the cluster has no domain", "Write one, such as cluster.local");
        }
        fields.most("additionalDomains", cluster.domains().size(), MOST_DOMAINS);
        cluster.ttlSeconds().ifPresent(ttl -> fields.range("ttlSeconds", ttl, 0, 3600));
        for (String domain : cluster.domains()) {
            boolean address = Address.parse(domain).isPresent();
            if (!DOMAIN.matches(domain)
                    || domain.length() > LONGEST_DOMAIN
                    || DomainName.isReverse(domain)
                    || address) {
                fields.refuse(
                        "clusterDomain",
                        domain,
                        "no domain of a cluster",
                        "Write lower-case labels, " + LONGEST_DOMAIN + " characters at most, not below arpa");
            }
        }
        if (cluster.reverse() instanceof Reverse.Exact exact) {
            for (String network : exact.networks()) {
                if (ReverseZones.of(network).isEmpty() && !DomainName.isReverse(network)) {
                    fields.refuse(
                            "reverse", network, "neither a network nor a reverse zone", "Write it as 10.96.0.0/12");
                }
            }
        }
    }

    private void stub(StubDomain stub, Set<String> taken) {
        String field = "stubDomains." + stub.name() + ".zones";
        if (stub.zones().isEmpty()) {
            fields.refuse(field, "", "a stub domain without a zone", "Name its zones");
        }
        fields.most(field, stub.zones().size(), MOST_STUB_ZONES);
        for (String zone : stub.zones()) {
            String normal = DomainName.normal(zone);
            ServerKey.Parsed parsed = ServerKey.parse(zone);
            boolean plain = parsed.keys().size() == 1
                    && parsed.keys().getFirst().zone().equals(normal)
                    && !zone.contains("{")
                    && !zone.contains("}");
            if (!plain || normal.equals(".")) {
                fields.refuse(field, zone, "no zone that could be served", "Write a domain such as corp.example");
                continue;
            }
            if (!taken.add(normal)) {
                fields.refuse(
                        field,
                        zone,
                        "two stub domains have this zone; CoreDNS does not start",
                        "Remove it from one of them");
            }
            for (String domain : domains) {
                String cluster = DomainName.normal(domain);
                if (DomainName.covers(normal, cluster) || DomainName.covers(cluster, normal)) {
                    fields.refuse(
                            field,
                            zone,
                            "it would take queries away from the cluster's domain " + domain
                                    + ", and nothing falls back",
                            "Serve a zone that neither contains " + domain + " nor lies in it");
                }
            }
        }
    }

    private void record(HostsRecord record) {
        if (Address.parse(record.address()).isEmpty()) {
            fields.refuse(
                    "hosts.records.ip",
                    record.address(),
                    "no address; CoreDNS silently drops the record",
                    "Write an IP address");
        }
        if (record.names().isEmpty()) {
            fields.refuse("hosts.records.names", record.address(), "an address without a name", "Write its names");
        }
        ZoneSet cluster = ZoneSet.of(domains.stream().map(DomainName::normal).toList());
        for (String name : record.names()) {
            if (!DomainName.isValid(name) || Address.parse(name).isPresent()) {
                fields.refuse("hosts.records.names", name, "no name", "Write a name such as db.example.org");
            }
            cluster.covering(DomainName.normal(name))
                    .ifPresent(domain -> fields.refuse(
                            "hosts.records.names",
                            name,
                            "it would hide what the cluster itself says about the name",
                            "Use a name outside " + DomainName.display(domain)));
        }
    }
}
