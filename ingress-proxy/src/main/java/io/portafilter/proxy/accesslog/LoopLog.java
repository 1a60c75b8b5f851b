package io.portafilter.proxy.accesslog;

import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ExchangeObserver;

/** The lines of one event loop. */
final class LoopLog implements ExchangeObserver {
    private static final int CHUNK = 32 * 1024;

    private final AccessLog log;
    private final AccessLine line;
    private LogChunk chunk = new LogChunk(CHUNK);

    LoopLog(AccessLog log, AccessLine line) {
        this.log = log;
        this.line = line;
    }

    @Override
    public void ended(Exchange exchange) {
        if (!AccessLine.isLogged(exchange)) {
            return;
        }
        line.write(exchange, chunk);
        if (chunk.size() >= CHUNK - 1024) {
            handOver();
        }
    }

    void handOver() {
        if (chunk.size() > 0) {
            log.offer(chunk);
            chunk = new LogChunk(CHUNK);
        }
    }
}
