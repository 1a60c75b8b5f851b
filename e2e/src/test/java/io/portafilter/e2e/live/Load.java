package io.portafilter.e2e.live;

import io.portafilter.e2e.product.Product;
import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask without a pause, some on one connection, some on a new one each time, and note every answer that is not the 200 of
 * a pod that may still answer.
 */
final class Load implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final String REQUEST = "GET /app/page HTTP/1.1\r\nHost: " + Shop.HOST + "\r\n\r\n";

    private final Product product;
    private final Removals removals;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Set<Integer> pods = ConcurrentHashMap.newKeySet();

    private Load(Product product, Removals removals) {
        this.product = product;
        this.removals = removals;
    }

    /** So many clients of each sort begin. */
    static Load begin(Product product, Removals removals, int clients) {
        Load load = new Load(product, removals);
        for (int i = 0; i < clients; i++) {
            load.clients.submit(() -> load.run(Integer.MAX_VALUE));
            load.clients.submit(() -> load.run(1));
        }
        return load;
    }

    /** How many answers there were. */
    int answers() {
        return answers.get();
    }

    /** What was wrong with answers. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Which pods answered. */
    Set<Integer> pods() {
        return Set.copyOf(pods);
    }

    private void run(int requestsOnAConnection) {
        while (!stopped.get()) {
            try (Connection connection = Connection.open(product.http(), source())) {
                boolean open = true;
                for (int i = 0; open && i < requestsOnAConnection && !stopped.get(); i++) {
                    open = ask(connection, i);
                }
            } catch (IOException | RuntimeException e) {
                complaints.add(e.toString());
            }
        }
    }

    /** Source addresses take turns, or the ports of one would run out. */
    private InetAddress source() throws IOException {
        int turn = connections.getAndIncrement() % 250;
        return InetAddress.getByAddress(new byte[] {127, 1, 0, (byte) (turn + 1)});
    }

    /** Whether the connection stays open; one that was used may be closed by the server between two requests, never during one. */
    private boolean ask(Connection connection, int requestsBefore) throws IOException {
        long asked = System.nanoTime();
        connection.send(REQUEST);
        Heard heard = connection.receive("GET");
        if (heard instanceof Heard.Reply reply && reply.status() == 200) {
            answers.incrementAndGet();
            int pod = Integer.parseInt(reply.text());
            pods.add(pod);
            Optional<Duration> late = removals.before(pod, asked).filter(since -> since.compareTo(GRACE) > 0);
            late.ifPresent(since ->
                    complaints.add("pod " + pod + " answered a request that began " + since + " after its removal"));
            return reply.head()
                    .value("Connection")
                    .filter("close"::equalsIgnoreCase)
                    .isEmpty();
        }
        complaints.add("request " + requestsBefore + " of a connection heard " + heard);
        return false;
    }

    @Override
    public void close() {
        stopped.set(true);
        clients.close();
    }
}
