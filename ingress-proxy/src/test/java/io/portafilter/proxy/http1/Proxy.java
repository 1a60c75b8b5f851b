package io.portafilter.proxy.http1;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Origin;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Policy;
import io.portafilter.contract.ProxyNextUpstream;
import io.portafilter.contract.ProxyTimeout;
import io.portafilter.contract.Route;
import io.portafilter.contract.RouteMatch;
import io.portafilter.contract.Sourced;
import io.portafilter.proxy.exchange.ClientLimits;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.filter.RouteCompiler;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.ClusterState;
import io.portafilter.proxy.upstream.NameResolver;
import io.portafilter.proxy.upstream.PoolLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The data plane of a test: a real server on loopback, one route for everything. */
final class Proxy implements AutoCloseable {
    static final Key CLUSTER = new Key(Kind.CLUSTER, "shop/web/80");

    private final EventLoopGroup group;
    private final Map<EventLoop, Http1Loop> loops = new HashMap<>();
    private final ClusterRegistry registry = new ClusterRegistry(NameResolver.SYSTEM);
    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final Channel server;

    volatile ClientLimits limits = ClientLimits.DEFAULT;
    private volatile RouteEntry route;

    /** What the observer was told about one exchange. */
    record Ended(
            String method,
            int status,
            String reason,
            List<Integer> upstreamStatuses,
            long requestBytes,
            long responseBytes,
            long bodyBytes) {
        static Ended of(Exchange exchange) {
            return new Ended(
                    exchange.request().method(),
                    exchange.status(),
                    exchange.endReason().name(),
                    exchange.attempts().stream()
                            .map(attempt -> attempt.status())
                            .toList(),
                    exchange.requestBytes(),
                    exchange.responseBytes(),
                    exchange.responseBodyBytes());
        }
    }

    private Proxy(int loopCount, boolean secure, RouteEntry first, List<Endpoint> endpoints) {
        group = new MultiThreadIoEventLoopGroup(loopCount, NioIoHandler.newFactory());
        group.forEach(loop -> loops.put(
                (EventLoop) loop,
                new Http1Loop(
                        (EventLoop) loop,
                        NioSocketChannel::new,
                        PoolLimits.DEFAULT,
                        exchange -> ended.add(Ended.of(exchange)))));
        ListenerContext listener =
                new ListenerContext("http", secure, secure ? 443 : 80, (on, host, path) -> route, () -> limits);
        registry.acquire(CLUSTER);
        registry.update(CLUSTER, endpoints);
        route = first;
        server = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.SO_RCVBUF, 64 * 1024)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(loop(channel).accept(listener));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private Http1Loop loop(Channel channel) {
        Http1Loop loop = loops.get(channel.eventLoop());
        if (loop == null) {
            throw new IllegalStateException("a loop of another group");
        }
        return loop;
    }

    /** A proxy in front of these backends, with these policies. */
    static Proxy to(List<Backend> backends, Policy<?>... policies) {
        return to(1, backends, policies);
    }

    static Proxy to(Backend backend, Policy<?>... policies) {
        return to(List.of(backend), policies);
    }

    static Proxy to(int loops, List<Backend> backends, Policy<?>... policies) {
        return to(loops, false, backends, policies);
    }

    /** A proxy that takes its connections for encrypted ones, as they are behind a handler of TLS. */
    static Proxy secureTo(Backend backend, Policy<?>... policies) {
        return to(1, true, List.of(backend), policies);
    }

    private static Proxy to(int loops, boolean secure, List<Backend> backends, Policy<?>... policies) {
        List<Endpoint> endpoints = backends.stream()
                .map(backend -> new Endpoint("127.0.0.1", backend.port()))
                .toList();
        Proxy proxy = new Proxy(loops, secure, respond(503), endpoints);
        ClusterState cluster = proxy.registry.acquire(CLUSTER);
        proxy.route = entry(new RouteAction.Forward(cluster, 503), policies);
        return proxy;
    }

    /** A proxy that answers everything itself. */
    static Proxy answering(int status) {
        return new Proxy(1, false, respond(status), List.of());
    }

    private static RouteEntry respond(int status) {
        return entry(new RouteAction.Respond(status));
    }

    private static RouteEntry entry(RouteAction action, Policy<?>... policies) {
        Route route = new Route(
                "ingress",
                "shop.test",
                new RouteMatch(new PathMatch.Prefix("/")),
                new IngressRef("shop", "web", "web", "80"),
                new Origin.Default(),
                Policies.NONE,
                new io.portafilter.contract.Action.Forward(CLUSTER, 503));
        return RouteCompiler.compile(route, Policies.of(policies), false, action, RouteMeter.NONE);
    }

    /** Read and send timeouts in seconds. */
    static ProxyTimeout timeout(int read, int send) {
        return new ProxyTimeout(
                Optional.of(Sourced.byDefault(1)),
                Optional.of(Sourced.byDefault(read)),
                Optional.of(Sourced.byDefault(send)));
    }

    static ProxyNextUpstream next(int tries, boolean nonIdempotent, ProxyNextUpstream.Condition... conditions) {
        return new ProxyNextUpstream(
                Optional.of(Sourced.byDefault(Arrays.asList(conditions))),
                Optional.of(Sourced.byDefault(tries)),
                Optional.empty(),
                Optional.of(Sourced.byDefault(nonIdempotent)));
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    Browser browser() throws java.io.IOException {
        return new Browser(port());
    }

    List<Ended> ended() {
        return ended;
    }

    void endpoints(List<Endpoint> now) {
        registry.update(CLUSTER, now);
    }

    void announceEnd() {
        loops.values().forEach(Http1Loop::announceEnd);
    }

    void drain() {
        drain(Duration.ZERO);
    }

    void drain(Duration linger) {
        loops.values().forEach(loop -> loop.drain(linger));
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        loops.values().forEach(Http1Loop::close);
        group.shutdownGracefully(0, 5, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }
}
