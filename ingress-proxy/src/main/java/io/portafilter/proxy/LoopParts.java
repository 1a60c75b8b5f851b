package io.portafilter.proxy;

import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.portafilter.proxy.accesslog.AccessLog;
import io.portafilter.proxy.exchange.ExchangeObserver;
import io.portafilter.proxy.http1.Http1Loop;
import io.portafilter.proxy.metrics.LoopMetrics;
import io.portafilter.proxy.upstream.PoolLimits;
import java.util.Optional;

/**
 * What each event loop has of its own.
 *
 * @param http1 its codec
 * @param metrics its counters
 */
record LoopParts(Http1Loop http1, LoopMetrics metrics) {
    static LoopParts of(
            EventLoop loop, ChannelFactory<SocketChannel> channels, LoopMetrics metrics, Optional<AccessLog> log) {
        ExchangeObserver observer =
                log.map(sink -> both(metrics, sink.observer(loop))).orElse(metrics);
        return new LoopParts(new Http1Loop(loop, channels, PoolLimits.DEFAULT, observer), metrics);
    }

    private static ExchangeObserver both(ExchangeObserver first, ExchangeObserver second) {
        return exchange -> {
            first.ended(exchange);
            second.ended(exchange);
        };
    }
}
