package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Version;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a step to its bytes at a proxy. Where it matters it is measured; here it is only seen that nothing polls or waits for more. */
class LatencyTest {
    private static final int PROXIES = 20;
    private static final int STEPS = Integer.getInteger("latency.steps", 200);

    @Test
    void aStepIsThereLongBeforeATimerOfTcpWouldSendIt() throws IOException {
        try (Server server = new Server()) {
            Version version = server.steps.put("web", 1);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < PROXIES; i++) {
                Client client = server.client()
                        .send("GET /v1/stream?version=" + version + " HTTP/1.1\r\nAuthorization: Bearer proxy-" + i
                                + "\r\nPortafilter-Contract: 1\r\n\r\n");
                client.head();
                assertThat(client.line()).isPresent();
                clients.add(client);
            }
            List<Long> first = new ArrayList<>();
            List<Long> last = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                long begin = System.nanoTime();
                server.steps.put("web", 2 + step % 5);
                for (Client client : clients) {
                    assertThat(client.line()).isPresent();
                    assertThat(client.line()).isPresent();
                    if (first.size() == step) {
                        first.add(System.nanoTime() - begin);
                    }
                }
                last.add(System.nanoTime() - begin);
            }
            System.out.printf(
                    "step to bytes, in us: first of %d proxies p50 %d p99 %d, all p50 %d p99 %d%n",
                    PROXIES, at(first, 0.5), at(first, 0.99), at(last, 0.5), at(last, 0.99));
            // Nagle's algorithm against delayed acknowledgements costs 40 ms a step.
            assertThat(Duration.ofNanos(1000 * at(first, 0.5))).isLessThan(Duration.ofMillis(20));
            for (Client client : clients) {
                client.close();
            }
        }
    }

    private static long at(List<Long> nanos, double share) {
        return nanos.stream().sorted().toList().get((int) (share * (nanos.size() - 1))) / 1000;
    }
}
