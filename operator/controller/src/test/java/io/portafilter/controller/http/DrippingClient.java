package io.portafilter.controller.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Connects, says something, and goes on a byte at a time until somebody closes the connection. */
final class DrippingClient implements AutoCloseable {
    private static final int PAUSE_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    private DrippingClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PAUSE_MILLIS);
    }

    static DrippingClient plain(InetSocketAddress address) throws IOException {
        return new DrippingClient(new Socket(address.getAddress(), address.getPort()));
    }

    static DrippingClient tls(InetSocketAddress address, SSLContext context) throws IOException {
        return new DrippingClient(context.getSocketFactory().createSocket(address.getAddress(), address.getPort()));
    }

    /**
     * How long the other side put up with it.
     *
     * @param start is said at once; empty: a client that never says anything
     * @param drip is said again and again, as long as the other side listens; empty: nothing more is said
     * @throws AssertionError if it would have gone on for ever
     */
    Duration untilClosed(String start, String drip) throws IOException {
        long began = System.nanoTime();
        try {
            say(start);
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                if (ended()) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
                say(drip);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // A connection that is closed while we speak is reset.
            return Duration.ofNanos(System.nanoTime() - began);
        }
        throw new AssertionError("still connected after " + PATIENCE.toSeconds() + " s");
    }

    private void say(String text) throws IOException {
        if (!text.isEmpty()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    private boolean ended() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
