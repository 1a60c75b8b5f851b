package io.portafilter.controller;

import io.portafilter.contract.Json;
import io.portafilter.controller.admin.AdminOptions;
import io.portafilter.controller.admin.AdminServer;
import io.portafilter.controller.admin.AdminServer.Answer;
import io.portafilter.operator.report.Report;
import java.nio.charset.StandardCharsets;

/**
 * The pages of the admin port.
 *
 * <pre>
 *   /healthz, /readyz   200 while proxies can follow, 500 before and after: for readiness probes
 *   /livez              200 while the operator works, ready or not: for liveness probes
 *   /metrics            Prometheus' text format
 *   /report             JSON, see {@link io.portafilter.operator.report.Report}
 * </pre>
 */
final class AdminPages {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private AdminPages() {}

    static void add(AdminServer admin, AdminOptions options, IngressOperator operator) {
        admin.add("/livez", () -> health(operator.isAlive(), "the compile loop has died"));
        admin.add("/readyz", () -> ready(operator));
        admin.add(options.healthPath(), () -> ready(operator));
        admin.add("/report", () -> new Answer(200, "application/json", json(operator.report())));
        if (options.metrics()) {
            admin.add("/metrics", () -> new Answer(200, PROMETHEUS, operator.metrics()));
        }
    }

    private static String json(Report report) {
        return new String(Json.write(report), StandardCharsets.UTF_8);
    }

    private static Answer ready(IngressOperator operator) {
        return health(operator.isReady(), "not ready: the operator is starting or ending");
    }

    private static Answer health(boolean good, String otherwise) {
        return good ? Answer.line(200, "ok") : Answer.line(500, otherwise);
    }
}
