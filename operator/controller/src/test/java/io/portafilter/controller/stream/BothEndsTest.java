package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Key;
import io.portafilter.contract.feed.LastGood;
import io.portafilter.contract.feed.StreamClient;
import io.portafilter.contract.feed.StreamStatus;
import io.portafilter.controller.authority.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's end with the proxy's own client, over TLS. */
class BothEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final TestAuthority authority = new TestAuthority();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Hub hub = new Hub(HubOptions.DEFAULT);
    private Steps steps = new Steps(hub);
    private StreamServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), authority.bundle());
        server = server(0, hub);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        server.close();
    }

    private StreamServer server(int port, Hub its) throws IOException {
        return StreamServer.start(
                StreamOptions.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
                authority.server(),
                its,
                new NamedTokens());
    }

    private StreamClient client(String token, Served served) throws IOException {
        return client(token, served, Optional.empty());
    }

    private StreamClient client(String token, Served served, Optional<LastGood> disk) throws IOException {
        Path file = folder.resolve(token);
        Files.writeString(file, token + "\n");
        StreamClient client = new StreamClient(
                io.portafilter.contract.feed.StreamOptions.of(
                        URI.create("https://localhost:" + server.address().getPort()), folder.resolve("ca.crt"), file),
                served,
                disk);
        open.add(client);
        return client;
    }

    private void sameEverywhere(Served served) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(served.digests()).isEqualTo(steps.inventory().objects()));
    }

    @Test
    void aProxyFollowsAndSaysWhatItDid() throws IOException {
        Served served = new Served();
        Key disliked = Endpoints.key("shop", "web", "80");
        served.dislike(disliked);
        steps.put("web", 1);
        client("proxy-a", served).start();
        sameEverywhere(served);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.proxies().list())
                        .singleElement()
                        .satisfies(state -> {
                            assertThat(state.proxy().toString()).isEqualTo("ingress-nginx/proxy-a");
                            assertThat(state.applied()).contains(steps.version());
                            assertThat(state.refused())
                                    .extracting(ProxyState.Refused::key)
                                    .containsExactly(disliked);
                            assertThat(state.refused().getFirst().reason()).isEqualTo("it is disliked");
                        }));
        steps.delete("web");
        sameEverywhere(served);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.proxies().list())
                        .singleElement()
                        .satisfies(state -> {
                            assertThat(state.applied()).contains(steps.version());
                            assertThat(state.refused()).isEmpty();
                        }));
    }

    @Test
    void proxiesThatComeAndGoWhileStepsAreMadeEndUpTheSame() throws IOException {
        RandomSteps publishing = new RandomSteps(new Random(42), steps);
        publishing.step();
        List<Served> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Served served = new Served();
            StreamClient client = client("proxy-" + i, served);
            client.start();
            for (int step = 0; step < 20; step++) {
                publishing.step();
            }
            if (i % 3 == 0) {
                client.close();
            } else {
                all.add(served);
            }
        }
        all.forEach(this::sameEverywhere);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.proxies().list().stream()
                                .filter(state -> state.connectedSince().isPresent())
                                .map(ProxyState::applied))
                        .hasSize(8)
                        .containsOnly(Optional.of(steps.version())));
    }

    @Test
    void anotherReplicaWithTheSameConfigurationHasNothingToSend() throws IOException {
        steps.put("web", 1);
        steps.put("api", 2);
        Served served = new Served();
        StreamClient client = client("proxy-a", served);
        client.start();
        sameEverywhere(served);
        int puts = served.puts();

        server.close();
        int port = server.address().getPort();
        hub = new Hub(HubOptions.DEFAULT);
        steps = new Steps(hub);
        steps.put(List.of("api"), 2);
        steps.put(List.of("web"), 1);
        server = server(port, hub);
        await().atMost(PATIENCE)
                .until(() -> server.proxies().list().stream()
                        .anyMatch(state -> state.applied().equals(hub.version())));
        assertThat(served.puts()).isEqualTo(puts);

        steps.put("web", 2);
        sameEverywhere(served);
        assertThat(served.puts()).isEqualTo(puts + 1);
    }

    @Test
    void aProxyThatStartsFromItsDiskIsToldAtOnceThatItIsCurrent() throws IOException {
        steps.put("web", 1);
        Served before = new Served();
        try (LastGood disk = LastGood.open(folder.resolve("state"))) {
            StreamClient client = client("proxy-a", before, Optional.of(disk));
            client.start();
            sameEverywhere(before);
            client.close();
        }
        Served served = new Served();
        try (LastGood disk = LastGood.open(folder.resolve("state"))) {
            StreamClient client = client("proxy-b", served, Optional.of(disk));
            assertThat(client.restore()).isTrue();
            assertThat(served.digests()).isEqualTo(steps.inventory().objects());
            assertThat(client.status().source()).isEqualTo(StreamStatus.Source.DISK);
            long begin = System.nanoTime();
            client.start();
            await().atMost(PATIENCE).until(() -> client.status().source() == StreamStatus.Source.OPERATOR);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("before the first heartbeat is due")
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(served.steps()).isEqualTo(1);
            client.close();
        }
    }

    @Test
    void whoIsNotAcceptedTriesAgainWithTheTokenThatItHasThen() throws IOException {
        steps.put("web", 1);
        Served served = new Served();
        StreamClient client = client("expired", served);
        client.start();
        await().atMost(PATIENCE).until(() -> server.refused(401) > 0);
        assertThat(served.steps()).isZero();
        Files.writeString(folder.resolve("expired"), "good");
        sameEverywhere(served);
    }
}
