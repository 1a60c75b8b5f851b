package io.portafilter.controller.admin;

import io.portafilter.compiler.IngressState;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.stream.ProxyState;
import io.portafilter.controller.watch.WatchState;
import io.portafilter.operator.report.Report;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Severity;
import java.util.List;
import java.util.Optional;

/** Makes the report of this replica. */
public final class Reports {
    private Reports() {}

    /**
     * How everything is.
     *
     * @param operator name of this replica
     * @param leader whether it writes to the cluster
     * @param ready whether it serves
     * @param view what was published; empty before the first step
     */
    public static Report of(
            String operator,
            boolean leader,
            boolean ready,
            Optional<View> view,
            List<WatchState> watches,
            List<ProxyState> proxies) {
        Optional<String> version = view.map(now -> now.version().toString());
        return new Report(
                operator,
                leader,
                ready,
                version,
                watches.stream().map(Reports::watch).toList(),
                proxies.stream().map(proxy -> proxy(proxy, version)).toList(),
                view.stream()
                        .flatMap(now -> now.ingresses().values().stream())
                        .map(Reports::ingress)
                        .toList(),
                view.stream()
                        .flatMap(now -> now.findings().stream())
                        .map(Reports::finding)
                        .toList());
    }

    private static Report.Watch watch(WatchState watch) {
        return new Report.Watch(
                watch.resource().plural(),
                watch.resource().where(),
                watch.connected(),
                watch.age().toMillis() / 1000.0,
                watch.failure());
    }

    private static Report.Proxy proxy(ProxyState proxy, Optional<String> published) {
        Optional<String> applied = proxy.applied().map(Object::toString);
        return new Report.Proxy(
                proxy.proxy().toString(),
                proxy.connectedSince().map(Object::toString),
                applied,
                applied.isPresent() && applied.equals(published),
                proxy.refused().stream()
                        .map(refused -> new Report.Refused(refused.key().toString(), refused.reason()))
                        .toList());
    }

    private static Report.Ingress ingress(IngressState state) {
        return new Report.Ingress(
                state.name().namespace(),
                state.name().name(),
                switch (state.effect()) {
                    case CURRENT -> "current";
                    case LAST_GOOD -> "last-good";
                    case NOTHING -> "nothing";
                    case FOREIGN -> "foreign";
                });
    }

    private static Report.Finding finding(Finding finding) {
        return new Report.Finding(
                severity(finding.severity()),
                finding.object().kind().label(),
                finding.object().name().namespace(),
                finding.object().name().name(),
                finding.field(),
                finding.id(),
                finding.message());
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }
}
