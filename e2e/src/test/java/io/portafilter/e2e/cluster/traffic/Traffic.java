package io.portafilter.e2e.cluster.traffic;

import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A constant load of some hundred requests a second: on connections that are kept, on a new one for each request, and such as take
 * their time and are in flight when something ends.
 */
public final class Traffic implements AutoCloseable {
    private static final int KEEPING = 8;
    private static final int FRESH = 6;
    private static final int SLOW = 4;
    private static final long ENOUGH = 500;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Tally tally = new Tally();

    private Traffic() {}

    /** Begins to ask this host at this address; returns when answers flow. */
    public static Traffic begin(InetSocketAddress to, String host) {
        Traffic traffic = new Traffic();
        traffic.add(KEEPING, new Client(to, host, "/kept", Duration.ofMillis(20), Integer.MAX_VALUE));
        traffic.add(FRESH, new Client(to, host, "/fresh", Duration.ofMillis(30), 1));
        traffic.add(SLOW, new Client(to, host, "/slow?delay=1500ms", Duration.ofMillis(20), Integer.MAX_VALUE));
        traffic.goOn();
        return traffic;
    }

    /** Returns when some hundred more requests were answered, and all that were in flight. */
    public void goOn() {
        long now = tally.answers() + tally.failures();
        await().atMost(Duration.ofMinutes(2)).until(() -> tally.answers() + tally.failures() > now + ENOUGH);
    }

    /** Returns after this time. */
    public void goOnFor(Duration time) {
        long now = System.nanoTime();
        await().atMost(time.multipliedBy(2)).until(() -> System.nanoTime() - now > time.toNanos());
        goOn();
    }

    /** What came of all requests so far. */
    public Tally tally() {
        return tally;
    }

    private void add(int count, Client client) {
        for (int i = 0; i < count; i++) {
            clients.submit(() -> client.run(stopped::get, tally));
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        clients.close();
    }
}
