package io.portafilter.cli.serve;

import io.portafilter.cli.demo.EchoServers;
import io.portafilter.cli.pipeline.Pipeline;
import io.portafilter.cli.report.Problems;
import io.portafilter.compiler.Compiler;
import io.portafilter.contract.Json;
import io.portafilter.proxy.IngressProxy;
import io.portafilter.proxy.ProxyOptions;
import io.portafilter.proxy.admin.Page;
import io.portafilter.proxy.metrics.MetricLabels;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.FolderWatch;
import io.portafilter.snapshot.folder.Reading;
import io.portafilter.snapshot.folder.Source;
import io.portafilter.snapshot.folder.StateFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is being served. One thread takes changes all the way, and whenever it is free takes all that came meanwhile.
 *
 * <pre>
 *   start ─ first reading in effect ─▶ serving, changes are live ─ close: drain ─▶ gone
 * </pre>
 */
public final class Serve implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ServeOptions options;
    private final Optional<StateFolder> state;
    private final Optional<FolderWatch> watch;
    private final FolderReader reader;
    private final IngressProxy proxy;
    private final Pipeline pipeline;
    private final Optional<EchoServers> demo;
    private final ProblemLog log = new ProblemLog(LOG);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Problems problems = new Problems(List.of());

    private Serve(ServeOptions options, Optional<StateFolder> state, IngressProxy proxy) {
        this.options = options;
        this.state = state;
        this.proxy = proxy;
        this.reader = new FolderReader(options.source(), state);
        this.pipeline = new Pipeline(new Compiler(options.compiler()), state, proxy.target());
        this.demo = options.demo() ? Optional.of(new EchoServers()) : Optional.empty();
        // Opened before the first reading, so that nothing falls between.
        this.watch = switch (options.source()) {
            case Source.Files files -> Optional.of(new FolderWatch(files));
            case Source.Stream _ -> Optional.empty();
        };
    }

    /**
     * Starts serving; what the source says now is in effect when this returns.
     *
     * @throws IOException if an address cannot be bound or the state folder cannot be used; then nothing stays open
     */
    public static Serve start(ServeOptions options) throws IOException {
        Optional<StateFolder> state = openState(options.state());
        IngressProxy proxy = IngressProxy.start(proxyOptions(options));
        Serve serve;
        try {
            serve = new Serve(options, state, proxy);
        } catch (RuntimeException e) {
            proxy.close();
            throw e;
        }
        try {
            serve.begin();
        } catch (RuntimeException e) {
            serve.close();
            throw e;
        }
        return serve;
    }

    private static Optional<StateFolder> openState(Optional<Path> path) throws IOException {
        return path.isPresent() ? Optional.of(StateFolder.open(path.get())) : Optional.empty();
    }

    private static ProxyOptions proxyOptions(ServeOptions options) {
        return ProxyOptions.of(options.http(), options.https(), Optional.of(options.admin()))
                .withAccessLog(Optional.of(options.accessLog()))
                .withLabels(new MetricLabels("", options.compiler().classes().controllerClass(), ""))
                .withRelease(options.release());
    }

    private void begin() {
        take(reader.read(), true);
        proxy.addPage("/status", () -> Page.Answer.json(new String(Json.write(status()), StandardCharsets.UTF_8)));
        watch.ifPresent(folder -> Thread.ofPlatform().name("portafilter-folder").start(() -> follow(folder)));
    }

    private void follow(FolderWatch folder) {
        try {
            for (Collection<Path> touched = folder.awaitChange(); !touched.isEmpty(); touched = folder.awaitChange()) {
                take(touched);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Collection<Path> touched) {
        try {
            take(reader.read(touched), false);
        } catch (RuntimeException e) {
            LOG.error("this change is not in effect, because of a fault of Portafilter; please report it", e);
        }
    }

    private void take(Reading reading, boolean first) {
        if (first || !reading.changes().isEmpty()) {
            pipeline.accept(reading.changes());
            demo.ifPresent(servers -> servers.follow(pipeline.snapshot()).forEach(LOG::warn));
        }
        problems = new AllProblems(reading.complaints(), state, watch, pipeline, reader).collect();
        log.update(problems);
    }

    /** Where clients reach it by plain HTTP. */
    public List<InetSocketAddress> http() {
        return proxy.addresses(IngressProxy.HTTP);
    }

    /** Where clients reach it by HTTPS. */
    public List<InetSocketAddress> https() {
        return proxy.addresses(IngressProxy.HTTPS);
    }

    /** Where the admin port is. */
    public Optional<InetSocketAddress> admin() {
        return proxy.adminAddress();
    }

    /** What became of each Ingress; what {@code /status} on the admin port says. */
    public Status status() {
        return Status.of(pipeline.version(), pipeline.ingresses(), problems, options.statusAddresses());
    }

    /** What a person wants to know first. */
    public String announcement() {
        return new Announcement(
                        http(),
                        https(),
                        admin(),
                        demo.map(EchoServers::size).orElse(0),
                        pipeline.ingresses(),
                        pipeline.objects())
                .toString();
    }

    /** Waits until somebody closes it. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Takes no more changes and no more connections, lets requests end for at most ten seconds, and stops. */
    @Override
    public void close() {
        watch.ifPresent(FolderWatch::close);
        proxy.drain(DRAIN);
        proxy.close();
        demo.ifPresent(EchoServers::close);
        closed.countDown();
    }
}
