package io.portafilter.cli.network;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.CniSpec.Provider;
import io.portafilter.network.check.Capacity;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.Severity;
import io.portafilter.network.check.Uplink;
import io.portafilter.network.cni.ConfDir;
import io.portafilter.network.cni.ConfDir.Chooser;
import io.portafilter.network.cni.WeaveSplit;
import io.portafilter.network.observe.NodeReport;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.observe.Platform;
import io.portafilter.network.observe.Reading;
import io.portafilter.network.observe.Topic;
import io.portafilter.network.spec.Wish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cluster's network is: a summary on one screen, then every value with its source. */
public final class ShowText {
    private static final int LABEL = 12;
    private static final int MOST_PARTS = 8;

    private final Observation seen;
    private final Wish wish;
    private final List<Conflict> conflicts;
    private final StringBuilder text = new StringBuilder();

    private ShowText(Observation seen, Wish wish, List<Conflict> conflicts) {
        this.seen = seen;
        this.wish = wish;
        this.conflicts = conflicts;
    }

    /** The text. */
    public static String of(Observation seen, Wish wish, List<Conflict> conflicts) {
        return new ShowText(seen, wish, conflicts).text();
    }

    private String text() {
        Platform platform = seen.platform();
        line(
                "Cluster",
                platform.distribution() + versions(platform) + ", "
                        + Words.count(seen.nodes().size(), "node"));
        line("Pods", ranges(wish.spec().pods().cidrs()) + agreement(Topic.POD_RANGES));
        line("Services", ranges(wish.spec().services().cidrs()) + agreement(Topic.SERVICE_RANGES) + room());
        line(
                "DNS",
                wish.spec().dns().clusterDomain() + " at " + value(seen.dns().addresses()) + version()
                        + seen.dns().configMap().map(object -> ", " + object).orElse(""));
        line(
                "Network",
                seen.cni().provider().word()
                        + seen.cni().evidence().stream()
                                .findFirst()
                                .map(object -> " (" + object + ")")
                                .orElse(""));
        weave();
        line("kube-proxy", seen.proxy().effectiveMode().orElse(seen.proxy().isThere() ? "unknown" : "none"));
        line(
                "NetworkSetup",
                wish.isProposed()
                        ? "none; --proposed prints the one that changes nothing"
                        : "cluster, mode " + wish.spec().mode().word());
        line("Conflicts", summary());
        seen.reports().forEach(this::report);
        text.append("\nWhat the sources say\n");
        for (Topic topic : Topic.values()) {
            for (Reading reading : seen.about(topic)) {
                text.append("  ")
                        .append(padded(topic.label(), 16))
                        .append(padded(reading.value(), 22))
                        .append(reading.source())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** How Weave Net divides its range among the nodes that there are. */
    private void weave() {
        if (seen.cni().provider() == Provider.WEAVE && !seen.nodes().isEmpty()) {
            seen.about(Topic.POD_RANGES).stream()
                    .filter(reading -> reading.field().equals("IPALLOC_RANGE"))
                    .flatMap(reading -> Cidr.parse(reading.value()).stream())
                    .findFirst()
                    .ifPresent(range -> line(
                            "",
                            "split among " + seen.nodes().size() + ": "
                                    + WeaveSplit.of(range, seen.nodes().size()).stream()
                                            .limit(MOST_PARTS)
                                            .map(Cidr::toString)
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** What only an agent on the node knows. */
    private void report(NodeReport report) {
        String uplink = Uplink.of(report)
                .map(found -> found.name() + " (" + found.mac() + "), gateway " + found.gateway())
                .orElse("uplink unknown");
        String file = report.netD().isEmpty()
                ? ""
                : ", containerd takes "
                        + ConfDir.winner(Chooser.CONTAINERD, report.netD()).orElse("no network")
                        + ", CRI-O "
                        + ConfDir.winner(Chooser.CRI_O, report.netD()).orElse("no network");
        line("Node", report.node() + ": " + uplink + file);
    }

    private void line(String label, String value) {
        text.append(padded(label, LABEL + 1)).append(value).append('\n');
    }

    private static String padded(String value, int width) {
        return value + " ".repeat(Math.max(1, width - value.length()));
    }

    private static String versions(Platform platform) {
        return platform.kubernetes().isEmpty()
                ? ""
                : " " + String.join(" and ", platform.kubernetes())
                        + platform.runtimes().stream().collect(Collectors.joining(" and ", " on ", ""));
    }

    private static String ranges(List<String> cidrs) {
        return cidrs.isEmpty() ? "unknown" : String.join(", ", cidrs);
    }

    private static String value(List<String> values) {
        return values.isEmpty() ? "an unknown address" : String.join(", ", values);
    }

    private String version() {
        return seen.dns().version().map(version -> ", CoreDNS " + version).orElse(", version unknown");
    }

    private String agreement(Topic topic) {
        List<Reading> readings = seen.about(topic);
        long different = readings.stream().map(Reading::value).distinct().count();
        if (readings.isEmpty()) {
            return "  (no source says)";
        }
        return different == 1
                ? "  (" + Words.count(readings.size(), "source") + (readings.size() == 1 ? "" : " agree") + ")"
                : "  (" + different + " different values in " + readings.size() + " sources)";
    }

    private String room() {
        Optional<Cidr> range =
                wish.spec().services().cidrs().stream().findFirst().flatMap(Cidr::parse);
        return range.map(found -> ", " + Words.count(seen.services().size(), "Service") + " of "
                        + Capacity.ofServices(found) + " (" + Capacity.staticBand(found)
                        + " kept for addresses that are asked for by number)")
                .orElse("");
    }

    private String summary() {
        long errors = conflicts.stream()
                .filter(conflict -> conflict.kind().severity() == Severity.ERROR)
                .count();
        return conflicts.isEmpty()
                ? "none"
                : Words.count((int) errors, "error") + " and " + Words.count(conflicts.size() - (int) errors, "other")
                        + "; see portafilter network check";
    }
}
