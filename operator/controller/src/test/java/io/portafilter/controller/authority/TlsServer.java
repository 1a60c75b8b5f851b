package io.portafilter.controller.authority;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server that does nothing but prove itself; it is never restarted. */
final class TlsServer implements AutoCloseable {
    private final SSLServerSocket listener;
    private final AtomicInteger handshakes = new AtomicInteger();

    TlsServer(SSLContext context) throws IOException {
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (SSLSocket client = (SSLSocket) listener.accept()) {
                client.startHandshake();
                handshakes.incrementAndGet();
                client.getOutputStream().write('.');
            } catch (IOException e) {
                // The client says what it did not like.
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    int handshakes() {
        return handshakes.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
