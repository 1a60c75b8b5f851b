package io.portafilter.proxy.accesslog;

import io.portafilter.contract.IngressRef;
import io.portafilter.proxy.exchange.Attempt;
import io.portafilter.proxy.exchange.EndReason;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.RequestHead;
import java.time.ZoneId;
import java.util.List;

/**
 * One line in the default form of ingress-nginx (behaviour §19):
 *
 * <pre>
 *   $remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"
 *   $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr
 *   $upstream_response_length $upstream_response_time $upstream_status $req_id
 * </pre>
 */
final class AccessLine {
    /** What nginx writes when the client went before it had an answer. */
    private static final int CLIENT_GONE = 499;

    private final LocalTime time;

    AccessLine(ZoneId zone) {
        time = new LocalTime(zone);
    }

    void write(Exchange exchange, LogChunk out) {
        RequestHead request = exchange.request();
        out.text(exchange.client().ip())
                .text(" - ")
                .escapedOrDash(
                        RemoteUser.of(request.fields().first("authorization").orElse("")))
                .text(" [")
                .text(time.at(System.currentTimeMillis()))
                .text("] \"");
        requestLine(request, out);
        out.text("\" ")
                .number(status(exchange))
                .text(" ")
                .number(exchange.responseBodyBytes())
                .text(" \"")
                .escapedOrDash(request.fields().first(FieldName.REFERER).orElse(""))
                .text("\" \"")
                .escapedOrDash(request.fields().first(FieldName.USER_AGENT).orElse(""))
                .text("\" ")
                .number(exchange.requestBytes())
                .text(" ")
                .seconds(exchange.endNanos() - exchange.startNanos())
                .text(" [")
                .text(exchange.route().map(UpstreamName::of).orElse("-"))
                .text("] [] ");
        attempts(exchange.attempts(), out);
        out.escapedOrDash(exchange.id()).endLine();
    }

    private static void requestLine(RequestHead request, LogChunk out) {
        if (request.method().isEmpty()) {
            out.text("-");
        } else {
            out.escaped(request.method())
                    .text(" ")
                    .escaped(request.target())
                    .text(" ")
                    .text(request.version().toString());
        }
    }

    private static int status(Exchange exchange) {
        boolean unanswered = exchange.status() == 0 && exchange.endReason() == EndReason.CLIENT_GONE;
        return unanswered ? CLIENT_GONE : exchange.status();
    }

    private static void attempts(List<Attempt> attempts, LogChunk out) {
        if (attempts.isEmpty()) {
            out.text("- - - - ");
            return;
        }
        for (int i = 0; i < attempts.size(); i++) {
            out.text(separator(i)).text(attempts.get(i).endpoint().text());
        }
        out.text(" ");
        for (int i = 0; i < attempts.size(); i++) {
            out.text(separator(i)).number(attempts.get(i).bodyBytes());
        }
        out.text(" ");
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            out.text(separator(i)).seconds(attempt.endNanos() - attempt.startNanos());
        }
        out.text(" ");
        for (int i = 0; i < attempts.size(); i++) {
            int status = attempts.get(i).status();
            out.text(separator(i)).text(status == 0 ? "-" : Integer.toString(status));
        }
        out.text(" ");
    }

    private static String separator(int index) {
        return index == 0 ? "" : ", ";
    }

    /** Neither health checks nor what the default backend of everybody answers by itself (behaviour §6). */
    static boolean isLogged(Exchange exchange) {
        return exchange.route()
                .filter(route -> route.action() instanceof RouteAction.Respond
                        && route.ingress().equals(IngressRef.NONE))
                .isEmpty();
    }
}
