package io.portafilter.crds.rule;

import static io.portafilter.crds.rule.SetupRule.of;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.net.Ip;
import io.portafilter.crds.setup.CacheSpec;
import io.portafilter.crds.setup.DnsSpec;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.StubDomainSpec;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the DNS. */
final class DnsRules {
    private static final String DOMAIN =
            "self.size() <= 190 && self.matches('^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$')"
                    + " && self != 'arpa' && !self.endsWith('.arpa')";
    private static final Pattern DOMAIN_FORM =
            Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*");
    private static final Pattern V4_AND_PORT = Pattern.compile("[0-9.]+:[0-9]{1,5}");
    private static final Pattern V6_AND_PORT = Pattern.compile("\\[[0-9a-fA-F:]+\\]:[0-9]{1,5}");
    private static final String UPSTREAM = "self == '/etc/resolv.conf' || isIP(self)"
            + " || self.matches('^[0-9.]+:[0-9]{1,5}$') && isIP(self.split(':')[0])"
            + " || self.matches('^\\\\[[0-9a-fA-F:]+\\\\]:[0-9]{1,5}$')";
    private static final String RESOLV_CONF = "/etc/resolv.conf";

    private DnsRules() {}

    static List<SetupRule> all() {
        return List.of(
                of(
                        "dns-ip-in-range",
                        "spec",
                        "!has(self.dns.serviceIP) || !self.services.cidrs.all(c, isCIDR(c)) || (isIP(self.dns.serviceIP)"
                                + " && self.services.cidrs.exists(c, cidr(c).containsIP(self.dns.serviceIP)))",
                        "dns.serviceIP is an address of services.cidrs",
                        DnsRules::serviceIpInRange),
                of(
                        "domain-form",
                        "spec.dns.clusterDomain",
                        DOMAIN,
                        "write a domain in lower case without a dot at its end, such as cluster.local; not below arpa",
                        spec -> isDomain(spec.dns().clusterDomain())),
                of(
                        "additional-domain-form",
                        "spec.dns.additionalDomains.*",
                        DOMAIN,
                        "write a domain in lower case without a dot at its end; not below arpa",
                        spec -> spec.dns().additionalDomains().stream().allMatch(DnsRules::isDomain)),
                of(
                        "stub-not-cluster",
                        "spec.dns",
                        "!has(self.stubDomains) || self.stubDomains.all(s, s.zones.all(z, z != '.'"
                                + " && ([self.clusterDomain] + (has(self.additionalDomains) ? self.additionalDomains : [])).all(d,"
                                + " z != d && !d.endsWith('.' + z) && !z.endsWith('.' + d))))",
                        "a stub domain's zone may not touch a domain of the cluster: CoreDNS would answer Services' names from it",
                        spec -> zones(spec.dns())
                                .allMatch(zone -> !zone.equals(".")
                                        && domains(spec.dns()).noneMatch(domain -> touches(zone, domain)))),
                of(
                        "stub-unique",
                        "spec.dns",
                        "!has(self.stubDomains) || self.stubDomains.all(s, s.zones.all(z,"
                                + " self.stubDomains.filter(o, z in o.zones).size() == 1))",
                        "a zone stands in one stub domain only: CoreDNS does not start with it twice",
                        spec -> inOneOnly(spec.dns().stubDomains())),
                of(
                        "tls-name",
                        "spec.dns.upstreams",
                        "!has(self.tls) || (self.tls.serverName != '' && self.servers.all(s, s != '/etc/resolv.conf'))",
                        "servers over TLS are named by address and by the name in their certificate",
                        spec -> spec.dns().upstreams().tls().stream()
                                .allMatch(tls -> !tls.serverName().isEmpty()
                                        && !spec.dns().upstreams().servers().contains(RESOLV_CONF))),
                of(
                        "upstream-form",
                        "spec.dns.upstreams.servers.*",
                        UPSTREAM,
                        "write an address, an address and a port as 192.0.2.1:53 or [2001:db8::1]:53, or /etc/resolv.conf",
                        spec -> spec.dns().upstreams().servers().stream().allMatch(DnsRules::isUpstream)),
                of(
                        "hosts-ip",
                        "spec.dns.hosts.records.*",
                        "isIP(self.ip) && self.names.size() > 0",
                        "a record is an address with at least one name",
                        spec -> spec.dns().hosts().records().stream()
                                .allMatch(record -> Ip.parse(record.ip()).isPresent()
                                        && !record.names().isEmpty())),
                of(
                        "autopath-needs-verified",
                        "spec.dns",
                        "!has(self.autopath) || !self.autopath || self.podRecords == 'Verified'",
                        "autopath needs podRecords: Verified, because it must know whose pod asks",
                        spec -> !spec.dns().autopath() || spec.dns().podRecords() == DnsSpec.PodRecords.VERIFIED),
                of(
                        "reload-interval",
                        "spec.dns",
                        "!has(self.reloadIntervalSeconds) || self.reloadIntervalSeconds >= 2",
                        "CoreDNS takes 2 seconds or more",
                        spec -> spec.dns().reloadIntervalSeconds().stream().allMatch(seconds -> seconds >= 2)),
                of(
                        "cache-capacity",
                        "spec.dns.cache",
                        "(!has(self.successCapacity) || self.successCapacity == 0 || self.successCapacity >= 1024)"
                                + " && (!has(self.denialCapacity) || self.denialCapacity == 0 || self.denialCapacity >= 1024)",
                        "CoreDNS rounds a capacity up to 1024; write that, or more",
                        spec -> isCapacity(spec.dns().cache())));
    }

    private static boolean serviceIpInRange(NetworkSetupSpec spec) {
        return Ranges.all(
                spec.services().cidrs(),
                ranges -> spec.dns().serviceIp().stream()
                        .allMatch(text -> Ip.parse(text).stream().anyMatch(ip -> contains(ranges, ip))));
    }

    private static boolean contains(List<Cidr> ranges, Ip ip) {
        return ranges.stream().anyMatch(range -> range.contains(ip));
    }

    private static boolean isDomain(String text) {
        return text.length() <= 190
                && DOMAIN_FORM.matcher(text).matches()
                && !text.equals("arpa")
                && !text.endsWith(".arpa");
    }

    private static boolean touches(String zone, String domain) {
        return zone.equals(domain) || domain.endsWith("." + zone) || zone.endsWith("." + domain);
    }

    private static Stream<String> domains(DnsSpec dns) {
        return Stream.concat(Stream.of(dns.clusterDomain()), dns.additionalDomains().stream());
    }

    private static Stream<String> zones(DnsSpec dns) {
        return dns.stubDomains().stream().flatMap(stub -> stub.zones().stream());
    }

    private static boolean inOneOnly(List<StubDomainSpec> stubs) {
        HashSet<String> seen = new HashSet<>();
        return stubs.stream().flatMap(stub -> stub.zones().stream().distinct()).allMatch(seen::add);
    }

    private static boolean isUpstream(String text) {
        boolean v4 = V4_AND_PORT.matcher(text).matches()
                && Ip.parse(text.substring(0, text.indexOf(':'))).isPresent();
        return text.equals(RESOLV_CONF)
                || Ip.parse(text).isPresent()
                || v4
                || V6_AND_PORT.matcher(text).matches();
    }

    private static boolean isCapacity(CacheSpec cache) {
        return Stream.of(cache.successCapacity(), cache.denialCapacity()).allMatch(size -> size == 0 || size >= 1024);
    }
}
