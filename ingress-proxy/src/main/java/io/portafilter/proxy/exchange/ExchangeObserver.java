package io.portafilter.proxy.exchange;

/** Is told about each exchange, once, at its end: metrics and access log. Each event loop has one of its own. */
@FunctionalInterface
public interface ExchangeObserver {
    /** The exchange is over. Its heads are used again after this call, so it copies what it wants to keep. */
    void ended(Exchange exchange);
}
