package io.portafilter.e2e.cluster.traffic;

import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One client: a request, a pause, the next. It never asks twice for the same: a connection that is closed under a request is a
 * failure, also one that was kept open, unless the answer before had announced it.
 *
 * @param target path and query
 * @param requests how many a connection serves at most
 */
record Client(InetSocketAddress to, String host, String target, Duration pause, int requests) {
    void run(BooleanSupplier stopped, Tally tally) {
        while (!stopped.getAsBoolean()) {
            try (Connection connection = Connection.open(to)) {
                for (int i = 0; i < requests && !stopped.getAsBoolean(); i++) {
                    if (!ask(connection, i, tally)) {
                        break;
                    }
                }
            } catch (IOException | RuntimeException e) {
                tally.failed(target + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether the connection stays open. */
    private boolean ask(Connection connection, int before, Tally tally) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        connection.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        Heard heard = connection.receive("GET");
        if (!(heard instanceof Heard.Reply reply) || reply.status() != 200) {
            String what = heard instanceof Heard.Reply reply ? reply.head().line() : heard.toString();
            tally.failed("request %d of a connection, %s, heard %s".formatted(before, target, what));
            return false;
        }
        tally.answered(Duration.ofNanos(System.nanoTime() - asked));
        Thread.sleep(pause);
        return reply.head()
                .value("Connection")
                .filter("close"::equalsIgnoreCase)
                .isEmpty();
    }
}
