package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream, from the request for it to its end: one GET. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final StreamServer.Shared shared;
    private final Socket raw;

    Following(StreamServer.Shared shared, Socket raw) {
        this.shared = shared;
        this.raw = raw;
    }

    void follow(RequestHead head, ProxyIdentity proxy, InputStream in, OutputStream out)
            throws IOException, InterruptedException, Refusal {
        Optional<Version> has = version(head);
        try (Proxies.Attendance _ = shared.proxies()
                        .enter(proxy)
                        .orElseThrow(() -> Refusal.forNow(429, "There are too many streams.", 5));
                Subscription subscription = shared.hub()
                        .subscribe(has)
                        .orElseThrow(() -> Refusal.forNow(503, "This operator does not serve now.", 1))) {
            LOG.info(
                    "{} follows from {}; it has {}",
                    proxy,
                    raw.getInetAddress().getHostAddress(),
                    has.map(Version::toString).orElse("nothing"));
            Thread.ofVirtual().start(() -> watch(in, subscription));
            Duration age = jittered(shared.options().maxAge());
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
    private void watch(InputStream in, Subscription subscription) {
        try {
            in.read();
        } catch (IOException e) {
            LOG.trace("the client is gone", e);
        }
        subscription.end(Subscription.End.GONE);
        try {
            raw.close();
        } catch (IOException e) {
            LOG.trace("so is its connection", e);
        }
    }

    private static Optional<Version> version(RequestHead head) throws Refusal {
        Optional<String> text = head.parameter("version");
        if (text.filter(hex -> !hex.matches("[0-9a-f]{64}")).isPresent()) {
            throw Refusal.of(400, "The version is not one: 64 hex digits.");
        }
        return text.map(hex -> new Version(new Digest(hex)));
    }

    /** A tenth more or less, so that those who came together do not come back together. */
    private static Duration jittered(Duration age) {
        long tenth = age.toNanos() / 10;
        return age.plusNanos(tenth == 0 ? 0 : ThreadLocalRandom.current().nextLong(-tenth, tenth));
    }
}
