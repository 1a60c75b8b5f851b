package io.portafilter.operator.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {
    private static final Map<String, String> EFFECTS = Map.of(
            "current", "in effect",
            "last-good", "its last good text is in effect",
            "nothing", "not in effect",
            "foreign", "another controller's");
    private static final int SHORT_VERSION = 12;

    private final Report report;
    private final Instant now;
    private final StringBuilder text = new StringBuilder();

    private ReportText(Report report, Instant now) {
        this.report = report;
        this.now = now;
    }

    static String of(Report report, Instant now) {
        ReportText text = new ReportText(report, now);
        text.operator();
        text.watches();
        text.proxies();
        text.ingresses();
        text.findings();
        return text.text.toString();
    }

    private void operator() {
        line("Operator   %s, %s".formatted(report.operator(), report.leader() ? "the leader" : "not the leader"));
        line("Published  %s"
                .formatted(report.version()
                        .map(ReportText::shortVersion)
                        .orElse("nothing yet: the operator is starting")));
    }

    private void watches() {
        List<Report.Watch> broken =
                report.watches().stream().filter(watch -> !watch.connected()).toList();
        line("Watches    %d, %s"
                .formatted(
                        report.watches().size(),
                        broken.isEmpty() ? "all connected" : broken.size() + " of them not connected"));
        broken.forEach(watch -> line("  %s in %s: no changes for %s%s"
                .formatted(
                        watch.resource(),
                        watch.where(),
                        duration(Duration.ofMillis((long) (watch.ageSeconds() * 1000))),
                        watch.failure().map(failure -> ". " + failure).orElse(""))));
    }

    private void proxies() {
        line("");
        line("Proxies    %d".formatted(report.proxies().size()));
        List<List<String>> rows = new ArrayList<>();
        for (Report.Proxy proxy : report.proxies()) {
            rows.add(List.of(
                    proxy.name(),
                    proxy.connectedSince()
                            .map(since -> "connected for " + duration(Duration.between(Instant.parse(since), now)))
                            .orElse("not connected to this replica"),
                    proxy.current()
                            ? "up to date"
                            : proxy.version()
                                    .map(version -> "still on " + shortVersion(version))
                                    .orElse("has not answered yet")));
        }
        table(rows);
        for (Report.Proxy proxy : report.proxies()) {
            proxy.refused()
                    .forEach(refused ->
                            line("  %s refuses %s: %s".formatted(proxy.name(), refused.object(), refused.reason())));
        }
    }

    private void ingresses() {
        Map<String, Long> counts = report.ingresses().stream()
                .collect(Collectors.groupingBy(Report.Ingress::effect, Collectors.counting()));
        line("");
        line("Ingresses  %d: %d in effect, %d with their last good text, %d not in effect, %d of other controllers"
                .formatted(
                        report.ingresses().size(),
                        counts.getOrDefault("current", 0L),
                        counts.getOrDefault("last-good", 0L),
                        counts.getOrDefault("nothing", 0L),
                        counts.getOrDefault("foreign", 0L)));
        table(report.ingresses().stream()
                .filter(ingress ->
                        ingress.effect().equals("last-good") || ingress.effect().equals("nothing"))
                .map(ingress -> List.of(
                        ingress.namespace() + "/" + ingress.name(),
                        EFFECTS.getOrDefault(ingress.effect(), ingress.effect())))
                .toList());
    }

    private void findings() {
        Map<String, Long> counts = report.findings().stream()
                .collect(Collectors.groupingBy(Report.Finding::severity, Collectors.counting()));
        line("");
        line("Findings   %s, %s, %s"
                .formatted(
                        count(counts.getOrDefault("error", 0L), "error"),
                        count(counts.getOrDefault("warning", 0L), "warning"),
                        count(counts.getOrDefault("info", 0L), "info")));
        report.findings().forEach(this::finding);
    }

    private void finding(Report.Finding finding) {
        String object = finding.kind() + " " + (finding.namespace().isEmpty() ? "" : finding.namespace() + "/")
                + finding.name();
        String field = finding.field().isEmpty() ? "" : " " + finding.field();
        line("  %s: %s%s: %s [%s]".formatted(finding.severity(), object, field, finding.message(), finding.id()));
    }

    private void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append("  ")
                        .append(row.get(i))
                        .repeat(' ', widths[i] - row.get(i).length());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String shortVersion(String version) {
        return version.substring(0, Math.min(SHORT_VERSION, version.length()));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The two largest units that count: {@code 3h12m}, {@code 45s}. */
    private static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + "h" + duration.toMinutesPart() + "m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m" + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }
}
