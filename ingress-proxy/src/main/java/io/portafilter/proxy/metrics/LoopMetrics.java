package io.portafilter.proxy.metrics;

import io.netty.channel.Channel;
import io.portafilter.proxy.exchange.EndReason;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ExchangeObserver;
import java.util.Set;

/** What one event loop counts. Only that loop may write. */
public final class LoopMetrics implements ExchangeObserver {
    static final int ACCEPTED = 0;
    static final int CLOSED = 1;
    static final int REQUESTS = 2;

    /** A method is a stranger's text, and each value of a label is a series. */
    private static final Set<String> METHODS = Set.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PROPFIND", "REPORT");

    private static final int CLIENT_GONE = 499;

    private final int loop;
    private final Cells cells = new Cells(3);

    LoopMetrics(int loop) {
        this.loop = loop;
    }

    /** A client has connected, and will be gone when its channel closes. */
    public void connected(Channel channel) {
        cells.add(ACCEPTED, 1);
        channel.closeFuture().addListener(closed -> cells.add(CLOSED, 1));
    }

    @Override
    public void ended(Exchange exchange) {
        cells.add(REQUESTS, 1);
        exchange.route().ifPresent(route -> {
            if (route.meter() instanceof MeteredRoute meter) {
                meter.series(loop, method(exchange), status(exchange)).record(exchange);
            }
        });
    }

    private static String method(Exchange exchange) {
        String method = exchange.request().method();
        return METHODS.contains(method) ? method : "OTHER";
    }

    private static int status(Exchange exchange) {
        boolean unanswered = exchange.status() == 0 && exchange.endReason() == EndReason.CLIENT_GONE;
        return unanswered ? CLIENT_GONE : exchange.status();
    }

    long get(int cell) {
        return cells.get(cell);
    }
}
