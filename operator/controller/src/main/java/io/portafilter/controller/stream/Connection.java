package io.portafilter.controller.stream;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from the first byte of its handshake to its end: one virtual thread that reads like the protocol. */
final class Connection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(1);

    private final StreamServer.Shared shared;
    private final Socket raw;
    private final Door.Place place;
    private volatile boolean idle = true;

    Connection(StreamServer.Shared shared, Socket raw, Door.Place place) {
        this.shared = shared;
        this.raw = raw;
        this.place = place;
    }

    @Override
    public void run() {
        try (place;
                raw) {
            raw.setTcpNoDelay(true);
            SSLSocket tls = (SSLSocket) shared.context().getSocketFactory().createSocket(raw, null, true);
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            try (var _ = shared.deadlines().within(limits().handshake(), raw)) {
                tls.startHandshake();
            }
            serve(tls);
        } catch (IOException e) {
            // Clients come and go; what it means for a proxy is seen in how it comes back.
            LOG.debug("connection of {} ended: {}", raw.getRemoteSocketAddress(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a connection to the stream failed", e);
        } finally {
            shared.connections().remove(this);
        }
    }

    /** Closes the connection if it waits for a request: its client has nothing to lose. */
    void closeIfIdle() {
        if (idle) {
            close();
        }
    }

    /** Closes the connection, whatever it does. */
    void close() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("closing a connection failed", e);
        }
    }

    private StreamOptions.Connections limits() {
        return shared.options().connections();
    }

    private void serve(SSLSocket tls) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(tls.getInputStream());
        OutputStream out = new DeadlineOutput(tls.getOutputStream(), shared.deadlines(), limits().write(), raw);
        RequestReader requests = new RequestReader(in, shared.options().head());
        try {
            boolean more = true;
            while (more && begins(requests)) {
                idle = false;
                more = request(requests, in, out);
                idle = true;
            }
        } catch (Refusal refusal) {
            shared.refused()
                    .computeIfAbsent(refusal.status(), _ -> new LongAdder())
                    .increment();
            Answer.refused(out, refusal);
            linger(tls, in);
            return;
        }
        try (var _ = shared.deadlines().within(LINGER, raw)) {
            tls.shutdownOutput();
        }
    }

    private boolean begins(RequestReader requests) throws IOException {
        try (var _ = shared.deadlines().within(limits().idle(), raw)) {
            return requests.begins();
        }
    }

    /** One request; whether there may be another. */
    private boolean request(RequestReader requests, InputStream in, OutputStream out)
            throws IOException, InterruptedException, Refusal {
        RequestHead head;
        try (var _ = shared.deadlines().within(limits().request(), raw)) {
            head = requests.head();
        }
        ProxyIdentity proxy =
                shared.gate().admit(head, String.valueOf(raw.getInetAddress().getHostAddress()));
        place.introduced();
        if (head.method().equals("GET")) {
            follow(head, proxy, in, out);
            return false;
        }
        report(head, proxy, requests);
        boolean last = !shared.hub().ready();
        Answer.noted(out, last);
        return !last;
    }

    private void report(RequestHead head, ProxyIdentity proxy, RequestReader requests)
            throws IOException, InterruptedException, Refusal {
        int length = head.length(shared.options().body());
        Duration wait = shared.proxies()
                .turn(proxy, TURN)
                .orElseThrow(() -> Refusal.forNow(429, "These are too many reports.", 1));
        Thread.sleep(wait);
        byte[] body;
        try (var _ = shared.deadlines().within(limits().request(), raw)) {
            body = requests.body(length);
        }
        shared.proxies().reported(proxy, frames(body));
    }

    private static List<Frame.Up> frames(byte[] body) throws Refusal {
        List<Frame.Up> frames = new ArrayList<>();
        try {
            for (String line : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    frames.add(FrameLines.readUp(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (ContractException | IllegalArgumentException e) {
            LOG.debug("a report that is none", e);
            throw Refusal.of(400, "This is not what a proxy of this contract reports.");
        }
        return frames;
    }

    private void follow(RequestHead head, ProxyIdentity proxy, InputStream in, OutputStream out)
            throws IOException, InterruptedException, Refusal {
        Optional<Version> has = version(head);
        try (Proxies.Attendance _ = shared.proxies()
                        .enter(proxy)
                        .orElseThrow(() -> Refusal.forNow(429, "There are too many streams.", 5));
                Subscription subscription = shared.hub()
                        .subscribe(has)
                        .orElseThrow(() -> Refusal.forNow(503, "This operator does not serve now.", 1))) {
            Duration age = jittered(shared.options().maxAge());
            LOG.info(
                    "{} follows from {}; it has {}",
                    proxy,
                    raw.getInetAddress().getHostAddress(),
                    has.map(Version::toString).orElse("nothing"));
            Thread.ofVirtual().start(() -> watch(in));
            // Whoever takes bytes so slowly that no other limit is hit still does not stay for ever.
            try (var _ = shared.deadlines().within(age.plus(shared.options().grace()), raw)) {
                Answer.stream(out);
                new StreamBody(subscription, shared.options().heartbeat(), age).send(out);
            } finally {
                LOG.info("{} follows no more", proxy);
            }
        }
    }

    /** A client says nothing on its stream: what can be read is its end, and that is known before the next heartbeat. */
    private void watch(InputStream in) {
        try {
            in.read();
        } catch (IOException e) {
            LOG.trace("the client is gone", e);
        }
        close();
    }

    private static Optional<Version> version(RequestHead head) throws Refusal {
        Optional<String> text = head.parameter("version");
        if (text.filter(hex -> !hex.matches("[0-9a-f]{64}")).isPresent()) {
            throw Refusal.of(400, "The version is not one: 64 hex digits.");
        }
        return text.map(hex -> new Version(new Digest(hex)));
    }

    private static Duration jittered(Duration age) {
        long tenth = age.toNanos() / 10;
        return age.plusNanos(tenth == 0 ? 0 : ThreadLocalRandom.current().nextLong(-tenth, tenth));
    }

    /** Takes what the client still sends, so that its system does not throw away the answer with a reset. */
    private void linger(SSLSocket tls, InputStream in) throws IOException {
        try (var _ = shared.deadlines().within(LINGER, raw)) {
            tls.shutdownOutput();
            long left = shared.options().body();
            byte[] sink = new byte[4096];
            int read = in.read(sink);
            while (read >= 0 && left > 0) {
                left -= read;
                read = in.read(sink);
            }
        }
    }
}
