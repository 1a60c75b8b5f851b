package io.portafilter.e2e.oracle;

import io.portafilter.e2e.backend.Backend;
import io.portafilter.e2e.backend.Behaviour;
import io.portafilter.e2e.backend.Outcome;
import io.portafilter.e2e.backend.Received;
import io.portafilter.e2e.wire.TestCertificate;
import io.portafilter.e2e.wire.Tls;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The other side of the oracle: every backend on an address of its own, all on one port, and what they saw. */
final class OracleBackends implements AutoCloseable {
    private static final List<String> PLAIN = List.of("a", "b", "c", "d", "auth", "err", "mirror", "reset", "vip");
    private static final Map<String, BiFunction<String, Received, Outcome>> SPECIAL = Map.of(
            "auth", (id, request) -> Answers.auth(request),
            "err", (id, request) -> Answers.errorPage(request),
            "reset", (id, request) -> new Outcome.HangUp());
    private static final int BODY_SHOWN = 2000;

    private final List<Backend> running = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Places places;

    private OracleBackends() throws IOException {
        int plainPort = startPlain(20);
        TestCertificate certificate = TestCertificate.ec(List.of("backend.test"));
        Backend tls = Backend.startTls(
                new InetSocketAddress(Places.address("tls"), 0), Tls.server(certificate), behaviour("tls"));
        running.add(tls);
        places = new Places(plainPort, tls.address().getPort());
    }

    static OracleBackends start() throws IOException {
        return new OracleBackends();
    }

    /** A port that is free on every address: the first backend takes any, the others follow or all try again. */
    private int startPlain(int tries) throws IOException {
        List<Backend> started = new ArrayList<>();
        try {
            int port = 0;
            for (String id : PLAIN) {
                Backend backend = Backend.start(new InetSocketAddress(Places.address(id), port), behaviour(id));
                started.add(backend);
                port = backend.address().getPort();
            }
            running.addAll(started);
            return port;
        } catch (BindException e) {
            for (Backend backend : started) {
                backend.close();
            }
            if (tries == 0) {
                throw e;
            }
            return startPlain(tries - 1);
        }
    }

    Places places() {
        return places;
    }

    /** Everything seen since the last time, in order. */
    List<Seen> take() {
        synchronized (seen) {
            List<Seen> taken = List.copyOf(seen);
            seen.clear();
            return taken;
        }
    }

    private Behaviour behaviour(String id) {
        return request -> {
            synchronized (seen) {
                seen.add(note(id, request));
            }
            return SPECIAL.getOrDefault(id, Answers::echo).apply(id, request);
        };
    }

    private static Seen note(String id, Received request) {
        String body = request.body();
        String shown = body.length() < BODY_SHOWN ? body : "<" + body.length() + " bytes>";
        return new Seen(id, request.head().line(), Optional.of(request.head().headers()), Optional.of(shown));
    }

    @Override
    public void close() throws IOException {
        for (Backend backend : running) {
            backend.close();
        }
    }
}
