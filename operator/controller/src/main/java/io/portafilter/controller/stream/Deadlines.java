package io.portafilter.controller.stream;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes sockets whose peer takes too long. A socket's own time-out counts from read to read, so that a byte now and then defeats it,
 * and there is none for writing.
 */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("stream-deadlines").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Something that must be over in time: closing it says that it is. */
    interface Deadline extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From now on this socket has so much time; after that whatever is being read from it or written to it fails.
     *
     * @param raw the socket itself, not the TLS over it, which would want to say goodbye
     */
    Deadline within(Duration time, Socket raw) {
        ScheduledFuture<?> late = timer.schedule(() -> close(raw), time.toMillis(), TimeUnit.MILLISECONDS);
        return () -> late.cancel(false);
    }

    private static void close(Socket raw) {
        try {
            raw.close();
        } catch (IOException e) {
            // Then it is of no use to anybody either.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
