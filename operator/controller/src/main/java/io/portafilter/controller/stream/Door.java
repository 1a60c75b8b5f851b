package io.portafilter.controller.stream;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many connections there may be, and how many strangers of one address among them: who opens connections and says nothing keeps
 * out itself, and nobody else.
 */
final class Door {
    private final int all;
    private final int strangersOfOneAddress;
    private final Map<InetAddress, Integer> strangers = new HashMap<>();
    private int connections;

    Door(int all, int strangersOfOneAddress) {
        this.all = all;
        this.strangersOfOneAddress = strangersOfOneAddress;
    }

    /** A place for a connection that just came; empty if there is none. */
    synchronized Optional<Place> enter(InetAddress address) {
        int known = strangers.getOrDefault(address, 0);
        if (connections >= all || known >= strangersOfOneAddress) {
            return Optional.empty();
        }
        connections++;
        strangers.put(address, known + 1);
        return Optional.of(new Place(address));
    }

    synchronized int connections() {
        return connections;
    }

    private synchronized void noStranger(InetAddress address) {
        strangers.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    private synchronized void left() {
        connections--;
        notifyAll();
    }

    /** Waits until nobody is there any more, but not longer than this. */
    synchronized void awaitEmpty(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (connections > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }

    /** The place of one connection; used by its thread alone. */
    final class Place implements AutoCloseable {
        private final InetAddress address;
        private boolean stranger = true;

        private Place(InetAddress address) {
            this.address = address;
        }

        /** It showed a token that was accepted. */
        void introduced() {
            if (stranger) {
                stranger = false;
                noStranger(address);
            }
        }

        @Override
        public void close() {
            introduced();
            left();
        }
    }
}
