package io.portafilter.network.explain;

import io.portafilter.network.corefile.check.CoreDns;
import io.portafilter.network.corefile.check.CorefileCheck;
import io.portafilter.network.corefile.check.Server;
import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Environment;
import io.portafilter.network.corefile.parse.ImportedFiles;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.ServiceView;
import io.portafilter.network.observe.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a name that a pod looks up: which names are tried, who answers each, and what it will say.
 *
 * @param search the pod's search list
 * @param nameserver who the pod asks
 * @param tries in their order; the last is the one that answers, if one does
 */
public record Resolution(List<String> search, String nameserver, List<Try> tries) {
    private static final int NDOTS = 5;

    /**
     * One name that is asked for.
     *
     * @param name fully qualified, with its dot
     * @param serverBlock the keys of the block that gets it
     * @param answer what it says
     * @param known whether that is certain from what the cluster says
     */
    public record Try(String name, String serverBlock, String answer, boolean known) {}

    /** Copies the lists. */
    public Resolution {
        search = List.copyOf(search);
        tries = List.copyOf(tries);
    }

    /** What a pod of a namespace gets for a name. */
    public static Resolution of(Observation seen, String name, String namespace) {
        String domain = seen.about(Topic.CLUSTER_DOMAIN).stream()
                .map(Reading::value)
                .findFirst()
                .orElse("cluster.local");
        List<String> search = List.of(namespace + ".svc." + domain, "svc." + domain, domain);
        CorefileCheck check = new CorefileCheck(
                new CoreDns(
                        seen.dns().version(), Set.of(), Set.copyOf(seen.dns().addresses())),
                new ImportedFiles(seen.dns().files()),
                Environment.kept());
        List<Server> servers =
                check.check("Corefile", seen.dns().corefile().orElse("")).servers();
        List<Try> tries = new ArrayList<>();
        for (String candidate : candidates(name, search)) {
            Try next = answer(seen, servers, domain, candidate);
            tries.add(next);
            if (!next.answer.equals("NXDOMAIN")) {
                break;
            }
        }
        return new Resolution(
                search, seen.dns().addresses().stream().findFirst().orElse("unknown"), tries);
    }

    /** With fewer dots than ndots the search list comes first. */
    static List<String> candidates(String name, List<String> search) {
        if (name.endsWith(".")) {
            return List.of(name);
        }
        List<String> names = new ArrayList<>();
        search.forEach(domain -> names.add(name + "." + domain + "."));
        boolean many = name.chars().filter(c -> c == '.').count() >= NDOTS;
        names.add(many ? 0 : names.size(), name + ".");
        return names;
    }

    private static Try answer(Observation seen, List<Server> servers, String domain, String name) {
        String lower = DomainName.display(name);
        Optional<Server> server = servers.stream()
                .filter(candidate -> longest(candidate, name) >= 0)
                .max(Comparator.comparingInt(candidate -> longest(candidate, name)));
        String block =
                server.map(found -> String.join(" ", found.block().keys())).orElse("none");
        boolean serves = server.filter(
                        found -> found.clusterDomains().stream().anyMatch(zone -> DomainName.covers(zone, name)))
                .isPresent();
        if (serves) {
            return service(seen, domain, lower)
                    .map(found -> new Try(name, block, records(found), true))
                    .orElseGet(() -> new Try(name, block, "NXDOMAIN", true));
        }
        return new Try(name, block, server.isEmpty() ? "REFUSED" : "whatever its upstreams say", server.isEmpty());
    }

    private static int longest(Server server, String name) {
        return server.keys().stream()
                .map(ServerKey::zone)
                .filter(zone -> DomainName.covers(zone, name))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }

    private static Optional<ServiceView> service(Observation seen, String domain, String name) {
        String suffix = ".svc." + domain;
        if (!name.endsWith(suffix)) {
            return Optional.empty();
        }
        String[] parts = name.substring(0, name.length() - suffix.length()).split("\\.", -1);
        return parts.length != 2
                ? Optional.empty()
                : seen.services().stream()
                        .filter(service -> service.name().equals(parts[0])
                                && service.namespace().equals(parts[1]))
                        .findFirst();
    }

    private static String records(ServiceView service) {
        if (service.addresses().isEmpty()) {
            return "the addresses of its ready pods";
        }
        List<String> records = service.addresses().stream()
                .map(address -> (address.contains(":") ? "AAAA " : "A ") + address)
                .toList();
        return String.join(", ", records);
    }
}
