package io.portafilter.controller.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from the first byte of its handshake to its end: one virtual thread that reads like the protocol. */
final class Connection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration LINGER = Duration.ofSeconds(1);

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
            new Following(shared, raw).follow(head, proxy, in, out);
            return false;
        }
        try (var _ = shared.deadlines().within(limits().request(), raw)) {
            Report.take(head, proxy, requests, shared);
        }
        boolean last = !shared.hub().ready();
        Answer.noted(out, last);
        return !last;
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
