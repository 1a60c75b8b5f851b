package io.portafilter.network.check;

import io.portafilter.crds.setup.NodeLocalCache;
import io.portafilter.network.corefile.check.Checked;
import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.check.Server;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.corefile.problem.Effect;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.problem.Rule;
import io.portafilter.network.observe.Dns;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The DNS: what is in its Corefile, and whether pods ask it where it is. */
final class DnsCheck {
    private final Facts facts;
    private final Dns dns;
    private final Consumer<Conflict> conflicts;

    private DnsCheck(Facts facts, Consumer<Conflict> conflicts) {
        this.facts = facts;
        this.dns = facts.seen().dns();
        this.conflicts = conflicts;
    }

    static void check(Facts facts, Consumer<Conflict> conflicts) {
        DnsCheck check = new DnsCheck(facts, conflicts);
        check.dns.corefile().ifPresent(check::corefile);
        check.addresses();
        check.domains();
        facts.seen().reports().forEach(check::report);
    }

    private String where() {
        return dns.configMap().map(Object::toString).orElse("Corefile");
    }

    private void corefile(String text) {
        CorefileCheck check = new CorefileCheck(
                new CoreDns(dns.version(), Set.of(), Set.copyOf(dns.addresses())),
                new ImportedFiles(dns.files()),
                Environment.kept());
        Checked checked = check.check(dns.key(), text);
        for (Problem problem : checked.problems()) {
            if (problem.rule().effect() != Effect.MISLEADS) {
                conflicts.accept(Conflict.of(kind(problem.rule()), where(), problem.sentence(), problem.remedy()));
            }
        }
        List<String> served = checked.servers().stream()
                .map(Server::clusterDomains)
                .flatMap(List::stream)
                .map(DomainName::display)
                .toList();
        String domain = facts.spec().dns().clusterDomain();
        if (checked.loads() && !served.contains(domain)) {
            conflicts.accept(Conflict.of(
                    ConflictKind.COREFILE_DOMAIN_MISMATCH,
                    where(),
                    "the cluster domain is " + domain + ", and the Corefile serves "
                            + (served.isEmpty() ? "none" : served),
                    "add " + domain + " to the zones of the kubernetes plugin"));
        }
    }

    private static ConflictKind kind(Rule rule) {
        return switch (rule) {
            case HOSTS_TYPO -> ConflictKind.HOSTS_TYPO;
            case ZONE_SHADOWS_CLUSTER -> ConflictKind.STUB_HIJACK;
            case FORWARD_LOOPBACK -> ConflictKind.DNS_LOOP_RISK;
            default -> ConflictKind.COREFILE_INVALID;
        };
    }

    /** Everybody but the Service itself must name one of its addresses. */
    private void addresses() {
        for (Reading reading : facts.seen().about(Topic.DNS_ADDRESS)) {
            boolean known = dns.addresses().isEmpty()
                    || reading.values().stream()
                            .allMatch(address -> dns.addresses().contains(address) || isNodeLocal(address));
            if (!known) {
                mismatch(reading.object(), reading.source() + " is " + reading.value());
            }
        }
    }

    private void mismatch(String object, String what) {
        conflicts.accept(Conflict.of(
                ConflictKind.KUBELET_DNS_MISMATCH,
                object,
                what + ", and " + dns.service().map(Object::toString).orElse("the DNS") + " has "
                        + String.join(", ", dns.addresses()),
                "set clusterDNS to " + String.join(", ", dns.addresses())
                        + " in /var/lib/kubelet/config.yaml and restart the kubelet; pods that run keep the old one"));
    }

    private boolean isNodeLocal(String address) {
        return facts.spec().dns().nodeLocalCache().map(NodeLocalCache::address).equals(Optional.of(address));
    }

    private void domains() {
        String domain = facts.spec().dns().clusterDomain();
        for (Reading reading : facts.seen().about(Topic.CLUSTER_DOMAIN)) {
            boolean corefile = reading.field().endsWith(" kubernetes");
            if (!corefile && !reading.value().equals(domain)) {
                conflicts.accept(Conflict.of(
                        ConflictKind.COREFILE_DOMAIN_MISMATCH,
                        reading.object(),
                        reading.source() + " is " + reading.value() + ", and the cluster domain is " + domain,
                        "serve both domains (spec.dns.additionalDomains) until every kubelet names the same one"));
            }
        }
    }

    private void report(NodeReport report) {
        report.resolvConf().map(ResolvConf::parse).ifPresent(conf -> {
            List<String> foreign = conf.nameservers().stream()
                    .filter(address -> !dns.addresses().contains(address) && !isNodeLocal(address))
                    .toList();
            if (!foreign.isEmpty() && !dns.addresses().isEmpty()) {
                mismatch(
                        "Node " + report.node(),
                        "pods of node " + report.node() + " ask " + String.join(", ", foreign));
            }
            String domain = "svc." + facts.spec().dns().clusterDomain();
            if (!conf.search().isEmpty() && !conf.search().contains(domain)) {
                conflicts.accept(Conflict.of(
                        ConflictKind.KUBELET_DNS_MISMATCH,
                        "Node " + report.node(),
                        "pods of node " + report.node() + " search " + String.join(" ", conf.search()) + ", and not "
                                + domain,
                        "set clusterDomain in /var/lib/kubelet/config.yaml and restart the kubelet"));
            }
        });
        boolean forwardsToNode =
                dns.corefile().filter(text -> text.contains("/etc/resolv.conf")).isPresent();
        report.hostResolvConf()
                .map(ResolvConf::parse)
                .filter(conf -> forwardsToNode)
                .ifPresent(conf -> conf.nameservers().stream()
                        .filter(address -> address.startsWith("127.")
                                || address.equals("::1")
                                || dns.addresses().contains(address))
                        .forEach(address -> conflicts.accept(Conflict.of(
                                ConflictKind.DNS_LOOP_RISK,
                                "Node " + report.node(),
                                "CoreDNS forwards to the node's /etc/resolv.conf, and that of node " + report.node()
                                        + " names " + address + ": in a pod that is CoreDNS itself",
                                "set the kubelet's resolvConf to /run/systemd/resolve/resolv.conf, or name servers in"
                                        + " spec.dns.upstreams.servers"))));
    }
}
