package io.portafilter.proxy.http1;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.portafilter.proxy.exchange.Connector;
import io.portafilter.proxy.exchange.Failure;
import io.portafilter.proxy.exchange.UpstreamListener;
import io.portafilter.proxy.upstream.EndpointState;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Connections of one event loop: from its pool, or new ones on the same loop. */
final class PooledConnector implements Connector {
    private final Http1Loop loop;
    private final Bootstrap bootstrap;

    PooledConnector(Http1Loop loop, EventLoop eventLoop, ChannelFactory<? extends Channel> channels) {
        this.loop = loop;
        this.bootstrap = new Bootstrap()
                .group(eventLoop)
                .channelFactory(channels)
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.TCP_NODELAY, true);
    }

    @Override
    public void connect(EndpointState endpoint, long timeoutNanos, UpstreamListener listener) {
        Optional<BackendConnection> pooled = loop.pool().take(endpoint);
        if (pooled.isPresent()) {
            pooled.get().serve(listener);
            return;
        }
        int millis = Math.clamp(TimeUnit.NANOSECONDS.toMillis(timeoutNanos), 1, Integer.MAX_VALUE);
        bootstrap
                .clone()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        Channels.configure(channel);
                        channel.pipeline().addLast(new BackendConnection(loop, endpoint, channel));
                    }
                })
                .connect(endpoint.address())
                .addListener((ChannelFuture connected) -> {
                    if (connected.isSuccess()) {
                        connected
                                .channel()
                                .pipeline()
                                .get(BackendConnection.class)
                                .serve(listener);
                    } else {
                        listener.failed(failure(connected.cause()));
                    }
                    loop.flusher().flush();
                });
    }

    private static Failure failure(Throwable cause) {
        return cause instanceof ConnectTimeoutException ? Failure.CONNECT_TIMEOUT : Failure.CONNECT_ERROR;
    }
}
