package io.portafilter.controller;

import java.util.concurrent.CountDownLatch;

/**
 * The end of a process that is asked to end (SIGTERM): the JVM holds still until everything was given back, and then ends with exit code
 * 0, as whoever asked expects.
 */
final class Termination implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "termination");

    Termination() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until the process is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    private void onShutdown() {
        asked.countDown();
        try {
            done.await();
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything was given back. */
    @Override
    public void close() {
        if (asked.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It was asked to end at this very moment, and the hook goes on below.
            }
        }
        done.countDown();
    }
}
