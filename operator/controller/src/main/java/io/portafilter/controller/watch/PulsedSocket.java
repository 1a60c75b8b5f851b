package io.portafilter.controller.watch;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pings the other end of a web socket and ends it when nothing comes back. A node that loses its power, or a firewall that forgets a
 * connection, says nothing; the kernel waits for hours before it asks.
 */
final class PulsedSocket implements WebSocket.Listener {
    private final WebSocket.Listener listener;
    private final Pulse pulse;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long heard = System.nanoTime();

    PulsedSocket(WebSocket.Listener listener, Pulse pulse) {
        this.listener = listener;
        this.pulse = pulse;
    }

    @Override
    public void onOpen(WebSocket socket) {
        heard = System.nanoTime();
        later(socket);
        listener.onOpen(socket);
    }

    private void later(WebSocket socket) {
        CompletableFuture.delayedExecutor(pulse.every().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> beat(socket));
    }

    private void beat(WebSocket socket) {
        if (ended.get() || socket.isInputClosed()) {
            return;
        }
        if (System.nanoTime() - heard < pulse.silence().toNanos()) {
            // If it cannot be sent, silence follows.
            socket.sendPing(ByteBuffer.allocate(0));
            later(socket);
            return;
        }
        socket.abort();
        onError(
                socket,
                new IOException("the API server gave no sign of life for "
                        + pulse.silence().toMillis() + " ms"));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        heard = System.nanoTime();
        return listener.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        heard = System.nanoTime();
        return listener.onBinary(socket, data, last);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        heard = System.nanoTime();
        return listener.onPing(socket, message);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        heard = System.nanoTime();
        return listener.onPong(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        ended.set(true);
        return listener.onClose(socket, status, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        if (!ended.getAndSet(true)) {
            listener.onError(socket, error);
        }
    }
}
