package io.portafilter.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Version;
import io.portafilter.contract.feed.Step;
import io.portafilter.contract.feed.Target;
import io.portafilter.proxy.accesslog.AccessLog;
import io.portafilter.proxy.admin.AdminServer;
import io.portafilter.proxy.admin.Page;
import io.portafilter.proxy.config.ConfigurationTarget;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.metrics.CertificateExpiry;
import io.portafilter.proxy.metrics.MetricSource;
import io.portafilter.proxy.metrics.ProxyMetrics;
import io.portafilter.proxy.routing.Explanation;
import io.portafilter.proxy.tls.TlsContexts;
import io.portafilter.proxy.tls.TlsHandler;
import io.portafilter.proxy.tls.TlsProvider;
import io.portafilter.proxy.transport.Listening;
import io.portafilter.proxy.transport.Transport;
import io.portafilter.proxy.transport.TransportKind;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.NameResolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running proxy. It listens from its start, answers 503 until the first configuration, and takes each further one without
 * touching a connection.
 *
 * <pre>
 *   start ─▶ not ready ─ first commit ─▶ ready ─ announceEnd ─▶ not ready, last answers ─ drain ─▶ no new connections ─ close ─▶ gone
 * </pre>
 */
public final class IngressProxy implements AutoCloseable {
    /** The listener for plain HTTP. */
    public static final String HTTP = "http";

    /** The listener for HTTP over TLS. */
    public static final String HTTPS = "https";

    private static final Logger LOG = LoggerFactory.getLogger(IngressProxy.class);
    private static final int TLS_CONTEXTS = 2048;
    private static final long REFRESH_SECONDS = 5;
    private static final Duration STUCK = Duration.ofSeconds(20);

    private final Transport transport;
    private final ClusterRegistry clusters = new ClusterRegistry(NameResolver.SYSTEM);
    private final ScheduledExecutorService names = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("portafilter-names").factory());
    private final ExecutorService contextMakers = Executors.newVirtualThreadPerTaskExecutor();
    private final Optional<AccessLog> accessLog;
    private final ProxyMetrics metrics;
    private final ConfigurationTarget configuration;
    private final TlsContexts tlsContexts;
    private final Map<EventLoop, LoopParts> loops;
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<String, Listening> listening = new ConcurrentHashMap<>();
    private volatile Optional<AdminServer> admin = Optional.empty();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean draining;

    private IngressProxy(ProxyOptions options) {
        TlsProvider tls = TlsProvider.best();
        transport = Transport.start(TransportKind.best(), options.loops());
        accessLog = options.accessLog().map(sink -> new AccessLog(sink, options.zone()));
        metrics = new ProxyMetrics(
                options.labels(),
                options.metrics().perHost(),
                options.loops(),
                transport.kind().label(),
                tls.label(),
                options.release(),
                () -> accessLog.map(AccessLog::droppedLines).orElse(0L));
        configuration = new ConfigurationTarget(clusters, metrics.routes()::meter, names);
        tlsContexts = new TlsContexts(tls, TLS_CONTEXTS, contextMakers, InstantSource.system());
        metrics.certificates(this::certificates);
        loops = loops();
        names.scheduleWithFixedDelay(this::refreshNames, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    }

    private Map<EventLoop, LoopParts> loops() {
        Map<EventLoop, LoopParts> parts = new HashMap<>();
        for (EventLoop loop : transport.loops()) {
            parts.put(loop, LoopParts.of(loop, transport.clientChannels(), metrics.loop(parts.size()), accessLog));
        }
        return Map.copyOf(parts);
    }

    /**
     * Starts a proxy.
     *
     * @throws IOException if an address cannot be bound; then nothing stays open
     */
    public static IngressProxy start(ProxyOptions options) throws IOException {
        IngressProxy proxy = new IngressProxy(options);
        try {
            proxy.listen(HTTP, options.http(), false);
            proxy.listen(HTTPS, options.https(), true);
            if (options.admin().isPresent()) {
                proxy.serveAdmin(options.admin().get(), options.metrics().served());
            }
            return proxy;
        } catch (IOException e) {
            proxy.close();
            throw e;
        }
    }

    private void listen(String name, List<InetSocketAddress> addresses, boolean tls) throws IOException {
        ListenerContext listener =
                new ListenerContext(name, tls, tls ? 443 : 80, configuration, () -> configuration.limits(name));
        Listening bound = transport.listen(addresses, new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                accept(channel, listener);
            }
        });
        listening.put(name, bound);
        LOG.info("listener {}: {}", name, bound.addresses());
    }

    private void accept(Channel channel, ListenerContext listener) {
        LoopParts parts = loops.get(channel.eventLoop());
        if (parts == null) {
            throw new IllegalStateException("a connection on a loop that is not ours: " + channel);
        }
        clients.add(channel);
        parts.metrics().connected(channel);
        if (listener.tls()) {
            channel.pipeline().addLast(new TlsHandler(() -> configuration.certificates(listener.name()), tlsContexts));
        }
        channel.pipeline().addLast(parts.http1().accept(listener));
    }

    private void serveAdmin(InetSocketAddress address, boolean withMetrics) throws IOException {
        AdminServer server = AdminServer.start(address);
        server.add("/healthz", this::readiness);
        server.add("/readyz", this::readiness);
        server.add("/livez", () -> health(alive(), "an event loop does not get on"));
        if (withMetrics) {
            server.add(
                    "/metrics",
                    () -> new Page.Answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics::scrape));
        }
        admin = Optional.of(server);
        LOG.info("admin port: {}", server.address());
    }

    /** What {@code /healthz} and {@code /readyz} answer: 200 if requests should be sent here, else 500 and why not. */
    public Page.Answer readiness() {
        return health(ready(), draining ? "shutting down" : "not configured yet");
    }

    private static Page.Answer health(boolean well, String otherwise) {
        return well ? Page.Answer.text("ok") : new Page.Answer(500, "text/plain; charset=utf-8", otherwise);
    }

    private void refreshNames() {
        try {
            clusters.refresh();
        } catch (RuntimeException e) {
            LOG.error(
                    "names of ExternalName Services could not be refreshed; the next try is in {} s",
                    REFRESH_SECONDS,
                    e);
        }
    }

    private List<CertificateExpiry> certificates() {
        return configuration.certificates(HTTPS).names().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(name -> new CertificateExpiry(
                        name.getKey(),
                        name.getValue().secret(),
                        name.getValue().leaf().getNotAfter().toInstant()))
                .toList();
    }

    /** Takes configuration; to be called by one thread. */
    public Target target() {
        return this::apply;
    }

    private List<Frame.Refused> apply(Step step) {
        List<Frame.Refused> refused = configuration.apply(step);
        metrics.applied(step.version(), refused.isEmpty());
        return refused;
    }

    /** Where the listener of this name listens, with real ports; empty for a name that is not bound. */
    public List<InetSocketAddress> addresses(String listener) {
        Listening bound = listening.get(listener);
        return bound == null ? List.of() : bound.addresses();
    }

    /** Where the admin port listens. */
    public Optional<InetSocketAddress> adminAddress() {
        return admin.map(AdminServer::address);
    }

    /** Adds a page to the admin port; without one nobody sees it. */
    public void addPage(String path, Page page) {
        admin.ifPresent(server -> server.add(path, page));
    }

    /** Whether there is a configuration and it is not being drained. */
    public boolean ready() {
        return configuration.version().isPresent() && !draining;
    }

    /** The version in effect; empty before the first commit. */
    public Optional<Version> version() {
        return configuration.version();
    }

    /**
     * Why a request would go where it goes, by the tables in effect; empty if no such listener is configured.
     *
     * @param host as in a Host header
     * @param path normalised, decoded, one character a byte
     */
    public Optional<Explanation<RouteEntry>> explain(String listener, String host, String path) {
        return configuration.explain(listener, host, path);
    }

    /** Whether all event loops get on with their work; also while it ends, and before it is configured. */
    public boolean alive() {
        return loops.values().stream().allMatch(loop -> loop.http1().silence().compareTo(STUCK) < 0);
    }

    /** Adds metrics of whoever started this. */
    public void addMetrics(MetricSource source) {
        metrics.add(source);
    }

    /**
     * Says that the end is near: not ready any more, and each answer says {@code Connection: close}. Connections are accepted as before,
     * because those who send them here learn of it with a delay.
     */
    public void announceEnd() {
        draining = true;
        loops.values().forEach(loop -> loop.http1().announceEnd());
    }

    /** {@link #drain(Duration, Duration)} without waiting for requests that may be on their way. */
    public boolean drain(Duration limit) {
        return drain(Duration.ZERO, limit);
    }

    /**
     * Ends gently: not ready any more, no new connections, the others are closed after the answer to their present request, which says
     * {@code Connection: close}.
     *
     * @param linger how long a connection without a request waits for one that may be on its way, before it is closed
     * @param limit how long to wait for all of them
     * @return whether all were gone in time; those that were not are left to {@link #close}
     */
    public boolean drain(Duration linger, Duration limit) {
        draining = true;
        listening.values().forEach(Listening::close);
        loops.values().forEach(loop -> loop.http1().drain(linger));
        LOG.info("draining: {} connections, at most {} s", clients.size(), limit.toSeconds());
        return clients.newCloseFuture().awaitUninterruptibly(limit.toMillis());
    }

    /** How many clients are connected. */
    public int connections() {
        return clients.size();
    }

    /** Closes everything at once; what has not been answered is not. */
    @Override
    public void close() {
        draining = true;
        if (closed.getAndSet(true)) {
            return;
        }
        listening.values().forEach(Listening::close);
        loops.values().forEach(loop -> loop.http1().close());
        clients.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        transport.close();
        accessLog.ifPresent(AccessLog::close);
        admin.ifPresent(AdminServer::close);
        names.shutdownNow();
        contextMakers.shutdownNow();
        metrics.close();
    }
}
