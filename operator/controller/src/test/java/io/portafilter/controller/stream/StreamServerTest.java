package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a proxy of good manners sees, over real TLS. */
class StreamServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void everythingThenStepsAsTheyCome() throws IOException {
        try (Server server = new Server()) {
            server.steps.put("web", 1);
            try (Client client = server.client().follow("")) {
                Client.Head head = client.head();
                assertThat(head.status()).isEqualTo(200);
                assertThat(head.headers())
                        .containsEntry("content-type", "application/x-ndjson")
                        .containsEntry("cache-control", "no-store");
                assertThat(frames(client, 4)).first().isEqualTo(server.steps.inventory());
                Version second = server.steps.put("web", 2);
                assertThat(frames(client, 2)).last().isEqualTo(new Frame.Commit(second));
                Version third = server.steps.delete("web");
                assertThat(frames(client, 3)).last().isEqualTo(new Frame.Commit(third));
            }
        }
    }

    @Test
    void whoHasTheNewestIsToldSoAtOnceAndSentOnlyWhatComes() throws IOException {
        try (Server server = new Server()) {
            Version version = server.steps.put("web", 1);
            try (Client client = server.client().follow("?version=" + version)) {
                assertThat(client.head().status()).isEqualTo(200);
                assertThat(client.line())
                        .hasValueSatisfying(line -> assertThat(line).isEmpty());
                Version next = server.steps.put("web", 2);
                assertThat(frames(client, 2)).last().isEqualTo(new Frame.Commit(next));
            }
        }
    }

    @Test
    void whoComesBackAfterAFewStepsGetsJustThose() throws IOException {
        try (Server server = new Server()) {
            Version old = server.steps.put("web", 1);
            server.steps.put("web", 2);
            Version newest = server.steps.put("api", 1);
            try (Client client = server.client().follow("?version=" + old)) {
                client.head();
                List<Frame.Down> frames = frames(client, 5);
                assertThat(frames).noneMatch(Frame.Inventory.class::isInstance);
                assertThat(frames.get(1)).isInstanceOf(Frame.Commit.class);
                assertThat(frames).last().isEqualTo(new Frame.Commit(newest));
            }
        }
    }

    @Test
    void whoComesWithAVersionOfAnotherLifeIsToldEverything() throws IOException {
        try (Server server = new Server()) {
            server.steps.put("web", 1);
            try (Client client = server.client().follow("?version=" + "0123456789abcdef".repeat(4))) {
                client.head();
                assertThat(frames(client, 4)).first().isEqualTo(server.steps.inventory());
            }
        }
    }

    @Test
    void largeConfigurationsAndLargeStepsArriveWhole() throws IOException {
        try (Server server = new Server()) {
            List<String> services = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                services.add("service-" + i);
            }
            server.steps.put(services, 3);
            try (Client client = server.client().follow("")) {
                client.head();
                assertThat(frames(client, 4002)).last().isEqualTo(new Frame.Commit(server.steps.version()));
                server.steps.put(services, 40);
                assertThat(frames(client, 2001)).last().isEqualTo(new Frame.Commit(server.steps.version()));
            }
        }
    }

    @Test
    void silenceIsFilledWithBlankLines() throws IOException {
        try (Server server = new Server(Server.times(Duration.ofMillis(20), Server.LONG))) {
            Version version = server.steps.put("web", 1);
            try (Client client = server.client().follow("?version=" + version)) {
                client.head();
                for (int i = 0; i < 5; i++) {
                    assertThat(client.line())
                            .hasValueSatisfying(line -> assertThat(line).isEmpty());
                }
                assertThat(server.steps.put("web", 2)).isNotEqualTo(version);
                assertThat(frames(client, 2)).hasSize(2);
            }
        }
    }

    @Test
    void beforeTheFirstStepClientsAreAskedToComeBack() throws IOException {
        try (Server server = new Server()) {
            try (Client client = server.client().follow("")) {
                Client.Head head = client.head();
                assertThat(head.status()).isEqualTo(503);
                assertThat(head.headers()).containsEntry("retry-after", "1");
                assertThat(client.body(head)).isEqualTo("This operator does not serve now.\n");
                assertThat(client.ended()).isTrue();
            }
            server.steps.nothing();
            try (Client client = server.client().follow("")) {
                assertThat(client.head().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aStreamOfAgeEndsAsAWholeBodyDoesAndTheNextOneGoesOn() throws IOException {
        try (Server server = new Server(Server.times(Duration.ofSeconds(5), Duration.ofMillis(500)))) {
            Version version = server.steps.put("web", 1);
            try (Client client = server.client().follow("?version=" + version)) {
                client.head();
                while (client.line().isPresent()) {
                    assertThat(server.hub.subscribers()).isLessThan(2);
                }
                assertThat(client.ended()).isTrue();
            }
            try (Client client = server.client().follow("?version=" + version)) {
                assertThat(client.head().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void theEndOfTheOperatorEndsAllStreamsAsWholeBodiesAtOnce() throws IOException {
        List<Client> clients = new ArrayList<>();
        long begin;
        try (Server server = new Server()) {
            Version version = server.steps.put("web", 1);
            for (int i = 0; i < 10; i++) {
                Client client = server.client()
                        .send("GET /v1/stream?version=" + version
                                + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer proxy-" + i
                                + "\r\nPortafilter-Contract: 1\r\n\r\n");
                client.head();
                clients.add(client);
            }
            // One more that only reports, and waits for its next report.
            Client reporter = server.client().post(applied(version));
            assertThat(reporter.head().status()).isEqualTo(204);
            clients.add(reporter);
            begin = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        for (Client client : clients.subList(0, 10)) {
            assertThat(client.line()).isPresent();
            assertThat(client.line()).as("a whole body").isEmpty();
        }
        for (Client client : clients) {
            assertThat(client.ended()).isTrue();
            client.close();
        }
    }

    @Test
    void whatProxiesAnswerIsKnown() throws IOException {
        try (Server server = new Server()) {
            Version version = server.steps.put("web", 1);
            assertThat(server.server().proxies().list()).isEmpty();
            try (Client stream = server.client().follow("");
                    Client reports = server.client()) {
                stream.head();
                assertThat(state(server).connectedSince()).isPresent();
                assertThat(state(server).applied()).isEmpty();
                assertThat(state(server).proxy().toString()).isEqualTo("ingress-nginx/proxy-1");

                Key key = Endpoints.key("shop", "web", "80");
                Digest digest = Digest.of(Steps.endpoints("web", 1));
                assertThat(reports.post(refused(key, digest, "too many") + applied(version))
                                .head()
                                .status())
                        .isEqualTo(204);
                assertThat(state(server).applied()).contains(version);
                assertThat(state(server).refused()).containsExactly(new ProxyState.Refused(key, digest, "too many"));

                Version better = server.steps.put("web", 2);
                assertThat(state(server).refused()).isEmpty();
                assertThat(reports.post(applied(better)).head().status()).isEqualTo(204);
                assertThat(state(server).applied()).contains(better);
                assertThat(server.server().proxies().list()).hasSize(1);
            }
            await().atMost(PATIENCE).until(() -> state(server).streams() == 0);
            assertThat(state(server).connectedSince()).isEmpty();
        }
    }

    @Test
    void manyProxiesSeeTheSameStepsInTheSameOrder() throws IOException {
        try (Server server = new Server()) {
            Version version = server.steps.put("web", 1);
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Client client = server.client()
                        .send("GET /v1/stream?version=" + version + " HTTP/1.1\r\nAuthorization: Bearer proxy-" + i
                                + "\r\nPortafilter-Contract: 1\r\n\r\n");
                assertThat(client.head().status()).isEqualTo(200);
                clients.add(client);
            }
            assertThat(server.server().proxies().streams()).isEqualTo(60);
            List<Frame.Down> expected = new ArrayList<>();
            for (int i = 2; i < 30; i++) {
                Version next = server.steps.put("web", i);
                expected.add(new Frame.Commit(next));
            }
            for (Client client : clients) {
                assertThat(frames(client, 56))
                        .filteredOn(Frame.Commit.class::isInstance)
                        .isEqualTo(expected);
                client.close();
            }
            await().atMost(PATIENCE).until(() -> server.server().connections() == 0);
            assertThat(server.hub.subscribers()).isZero();
        }
    }

    @Test
    void aClientThatIsKilledIsForgottenBeforeTheNextHeartbeat() throws IOException {
        try (Server server = new Server(Server.times(Server.LONG, Server.LONG))) {
            server.steps.put("web", 1);
            Client killed = server.client().follow("");
            Client closed = server.client().follow("");
            killed.head();
            closed.head();
            assertThat(server.hub.subscribers()).isEqualTo(2);
            killed.kill();
            closed.close();
            await().atMost(PATIENCE).until(() -> server.hub.subscribers() == 0);
            await().atMost(PATIENCE).until(() -> server.server().connections() == 0);
        }
    }

    static String applied(Version version) {
        return line(new Frame.Applied(Frame.CONTRACT, version));
    }

    static String refused(Key key, Digest digest, String reason) {
        return line(new Frame.Refused(key, digest, reason));
    }

    private static String line(Frame frame) {
        return new String(FrameLines.write(frame), StandardCharsets.UTF_8);
    }

    private static ProxyState state(Server server) {
        return server.server().proxies().list().getFirst();
    }

    static List<Frame.Down> frames(Client client, int count) throws IOException {
        List<Frame.Down> frames = new ArrayList<>();
        while (frames.size() < count) {
            Optional<byte[]> line = client.line();
            if (line.orElseThrow().length > 0) {
                frames.add(FrameLines.readDown(line.orElseThrow()));
            }
        }
        return frames;
    }
}
