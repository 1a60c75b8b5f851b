package io.portafilter.proxy.daemon;

import io.portafilter.contract.Json;
import io.portafilter.contract.feed.LastGood;
import io.portafilter.contract.feed.StreamClient;
import io.portafilter.proxy.IngressProxy;
import io.portafilter.proxy.admin.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A proxy that an operator feeds.
 *
 * <pre>
 *   start ─ state from disk ─▶ serving ◀─ stream ─ end ─▶ not ready, last answers ─ grace ─▶ no new connections ─ drained ─▶ gone
 * </pre>
 *
 * Changes are taken until the last request has ended: endpoints come and go while it ends, too.
 */
final class Daemon {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final DaemonOptions options;
    private final IngressProxy proxy;
    private final Optional<LastGood> lastGood;
    private final StreamClient stream;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);

    private Daemon(DaemonOptions options, IngressProxy proxy, Optional<LastGood> lastGood) {
        this.options = options;
        this.proxy = proxy;
        this.lastGood = lastGood;
        this.stream = new StreamClient(options.stream(), proxy.target(), lastGood);
    }

    /**
     * Starts it. What is on disk is served when this returns; an operator is looked for meanwhile.
     *
     * @throws IOException if an address cannot be bound; then nothing stays open
     */
    static Daemon start(DaemonOptions options) throws IOException {
        Optional<LastGood> lastGood = options.stateFolder().flatMap(Daemon::open);
        Daemon daemon;
        try {
            daemon = new Daemon(options, IngressProxy.start(options.proxy()), lastGood);
        } catch (IOException | RuntimeException e) {
            lastGood.ifPresent(LastGood::close);
            throw e;
        }
        daemon.begin();
        return daemon;
    }

    /** A proxy without a disk is better than none. */
    private static Optional<LastGood> open(Path folder) {
        try {
            return Optional.of(LastGood.open(folder));
        } catch (IOException e) {
            LOG.error("no state is kept, so a restart without an operator would serve nothing: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    private void begin() {
        proxy.addPage(options.healthCheckPath(), proxy::readiness);
        proxy.addPage("/status", () -> Page.Answer.json(new String(Json.write(status()), StandardCharsets.UTF_8)));
        proxy.addMetrics(new StreamMetrics(stream::status, lastGood, InstantSource.system()));
        stream.restore();
        stream.start();
    }

    ProxyStatus status() {
        return ProxyStatus.of(stream.status(), proxy.ready(), proxy.connections());
    }

    List<InetSocketAddress> http() {
        return proxy.addresses(IngressProxy.HTTP);
    }

    InetSocketAddress admin() {
        return proxy.adminAddress().orElseThrow();
    }

    /** Waits until it has ended. */
    void await() throws InterruptedException {
        gone.await();
    }

    /** Ends it gently; returns when it is gone. */
    void end() {
        if (ending.getAndSet(true)) {
            return;
        }
        ShutdownPace pace = options.pace();
        LOG.info(
                "ending: connections are accepted for {} s more, requests may take {} s after that",
                pace.grace().toSeconds(),
                pace.drain().toSeconds());
        proxy.announceEnd();
        pause(pace.grace());
        boolean drained = proxy.drain(pace.linger(), pace.drain());
        LOG.info(drained ? "every request has ended" : "some requests did not end in time and are cut off");
        stream.close();
        lastGood.ifPresent(LastGood::close);
        pause(pace.postGrace());
        proxy.close();
        gone.countDown();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
