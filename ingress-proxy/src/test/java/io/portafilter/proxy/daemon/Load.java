package io.portafilter.proxy.daemon;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that do as they should: some keep their connection until they are told to close it, some pause between requests, some connect
 * for each request. None of them ever tries again. Told to connect no more, each ends with the connection that it has.
 */
final class Load implements AutoCloseable {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: shop.test\r\nUser-Agent: load\r\n";

    private final InetSocketAddress address;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean connecting = true;

    Load(InetSocketAddress address, int keeping, int pausing, int fresh) {
        this.address = address;
        start(keeping, 1, true);
        start(pausing, 400, true);
        start(fresh, 3, false);
    }

    private void start(int clients, int pause, boolean keep) {
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> run(pause, keep)));
        }
    }

    long answers() {
        return answers.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** From now on nobody connects, as when kube-proxy has learned that this endpoint is gone. */
    void connectNoMore() {
        connecting = false;
    }

    /** Waits until every client has ended its last connection. */
    void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(int pause, boolean keep) {
        while (connecting) {
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.connect(address, 10_000);
                socket.setSoTimeout(30_000);
                talk(socket, pause, keep);
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void talk(Socket socket, int pause, boolean keep) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        while (open) {
            String request = REQUEST + (keep ? "\r\n" : "Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            open = answered(in) && keep;
            if (open) {
                open = pause(socket, in, ThreadLocalRandom.current().nextInt(pause));
            }
        }
    }

    /** Waits; false if the other side has closed meanwhile, which a client sees before it sends. */
    private static boolean pause(Socket socket, InputStream in, int millis) throws IOException {
        socket.setSoTimeout(millis + 1);
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(30_000);
            return true;
        }
    }

    /** Reads one answer; whether there may be another on this connection. */
    private boolean answered(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no answer, but the end after \"" + head + "\"");
            }
            head.append((char) b);
        }
        String fields = head.toString().toLowerCase(Locale.ROOT);
        int at = fields.indexOf("content-length: ");
        int length = Integer.parseInt(fields.substring(at + 16, fields.indexOf("\r\n", at)));
        if (in.readNBytes(length).length != length || !fields.startsWith("http/1.1 200 ")) {
            throw new IOException("an answer that is none: " + head);
        }
        answers.incrementAndGet();
        return !fields.contains("\r\nconnection: close\r\n");
    }

    @Override
    public void close() {
        connecting = false;
        threads.forEach(Thread::interrupt);
    }
}
