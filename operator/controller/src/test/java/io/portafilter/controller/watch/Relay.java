package io.portafilter.controller.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server on this machine, and can lose connections without a word. */
final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** Between somebody and this port. */
    static Relay to(int port) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections were made so far. */
    int connections() {
        return links.size();
    }

    /** From now on nothing comes through connections that there are, and nobody is told; new ones work. */
    void vanish() {
        links.forEach(link -> link.lost = true);
    }

    private void accept() {
        try {
            while (true) {
                Link link = new Link(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                Thread.ofVirtual().start(() -> link.pump(link.client, link.server));
                Thread.ofVirtual().start(() -> link.pump(link.server, link.client));
            }
        } catch (IOException e) {
            links.forEach(Link::close);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean lost;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Also takes what is lost: the other end must not notice by a full buffer. */
        void pump(Socket from, Socket to) {
            byte[] bytes = new byte[16 * 1024];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!lost) {
                        out.write(bytes, 0, read);
                    }
                }
            } catch (IOException e) {
                close();
            }
        }

        void close() {
            try (client;
                    server) {
                lost = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
