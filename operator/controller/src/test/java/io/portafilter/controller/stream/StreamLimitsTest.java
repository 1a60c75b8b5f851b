package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Version;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients of bad manners: what they can take, and that nobody else notices. */
class StreamLimitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void whoConnectsAndSaysNothingIsSentAway() throws IOException {
        try (Server server = new Server(Server.connections(limits(SHORT, LONG, LONG, LONG)));
                Socket silent = tcp(server)) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            await().atMost(PATIENCE).until(() -> server.server().connections() == 0);
        }
    }

    @Test
    void whoDragsTheHandshakeOutIsSentAway() throws IOException {
        try (Server server = new Server(Server.connections(limits(SHORT, LONG, LONG, LONG)));
                Socket slow = tcp(server)) {
            byte[] helloOf16KiB = {0x16, 3, 1, 0x40, 0, 1, 0, 0x3f};
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            slow.getOutputStream().write(i < helloOf16KiB.length ? helloOf16KiB[i] : 0);
                            slow.getOutputStream().flush();
                            Thread.sleep(10);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(server.server().connections()).isZero();
        }
    }

    @Test
    void whoDragsARequestOutIsSentAway() throws IOException {
        try (Server server = new Server(Server.connections(limits(LONG, SHORT, LONG, LONG)));
                Client client = server.client().send("GET /v1/stream HTTP/1.1\r\n")) {
            assertThat(endedAbruptly(client)).isTrue();
        }
    }

    @Test
    void whoPromisesABodyAndSendsNoneIsSentAway() throws IOException {
        try (Server server = new Server(Server.connections(limits(LONG, SHORT, LONG, LONG)));
                Client client = server.client()
                        .send("POST /v1/stream HTTP/1.1\r\n" + Client.GOOD + "Content-Length: 100\r\n\r\n{")) {
            assertThat(endedAbruptly(client)).isTrue();
        }
    }

    @Test
    void whoStaysWithoutAskingAnythingMoreIsSentAway() throws IOException {
        try (Server server = new Server(Server.connections(limits(LONG, LONG, SHORT, LONG)))) {
            Version version = server.steps.put("web", 1);
            try (Client client = server.client().post(StreamServerTest.applied(version))) {
                assertThat(client.head().status()).isEqualTo(204);
                assertThat(endedAbruptly(client)).isTrue();
            }
        }
    }

    @Test
    void strangersOfOneAddressAreFewAndWhoIsKnownIsNotOneOfThem() throws IOException {
        StreamOptions.Connections few = new StreamOptions.Connections(100, 3, LONG, LONG, LONG, LONG);
        try (Server server = new Server(Server.connections(few))) {
            Version version = server.steps.put("web", 1);
            List<Client> known = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Client client = server.client().post(StreamServerTest.applied(version));
                assertThat(client.head().status()).isEqualTo(204);
                known.add(client);
            }
            List<Socket> strangers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                strangers.add(tcp(server));
            }
            await().atMost(PATIENCE).until(() -> server.server().connections() == 9);
            try (Socket one = tcp(server)) {
                assertThat(one.getInputStream().read()).isEqualTo(-1);
            }
            for (Client client : known) {
                assertThat(client.post(StreamServerTest.applied(version)).head().status())
                        .isEqualTo(204);
                client.close();
            }
            strangers.getFirst().close();
            await().atMost(PATIENCE).until(() -> server.server().connections() == 2);
            try (Client client = server.client().post(StreamServerTest.applied(version))) {
                assertThat(client.head().status()).isEqualTo(204);
            }
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void thereAreNeverMoreConnectionsThanThereMayBe() throws IOException {
        StreamOptions.Connections few = new StreamOptions.Connections(2, 10, LONG, LONG, LONG, LONG);
        try (Server server = new Server(Server.connections(few));
                Socket one = tcp(server);
                Socket two = tcp(server);
                Socket third = tcp(server)) {
            assertThat(third.getInputStream().read()).isEqualTo(-1);
            assertThat(server.server().connections()).isEqualTo(2);
            assertThat(one.isClosed() || two.isClosed()).isFalse();
        }
    }

    @Test
    void whoReadsNothingIsDroppedAndNobodyElseWaits() throws IOException {
        try (Server server = new Server(Server.connections(limits(LONG, LONG, LONG, SHORT)))) {
            List<String> services = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                services.add("service-" + i);
            }
            Version version = server.steps.put(services, 1);
            Client slow = server.smallClient().follow("");
            try (Client quick = server.client().follow("?version=" + version)) {
                assertThat(quick.head().status()).isEqualTo(200);
                for (int i = 2; i < 40; i++) {
                    server.steps.put(services, i);
                    assertThat(StreamServerTest.frames(quick, 501))
                            .last()
                            .isEqualTo(new Frame.Commit(server.steps.version()));
                }
                await().atMost(PATIENCE).until(() -> server.hub.subscribers() == 1);
                await().atMost(PATIENCE).until(() -> server.server().connections() == 1);
                server.steps.put("web", 1);
                assertThat(StreamServerTest.frames(quick, 3)).hasSize(3);
            }
            slow.close();
            try (Client again = server.client().follow("?version=" + version)) {
                assertThat(again.head().status()).isEqualTo(200);
                assertThat(StreamServerTest.frames(again, 501)).isNotEmpty();
            }
        }
    }

    @Test
    void whoIsTooFarBehindIsDroppedAndComesBackToAnInventory() throws IOException {
        HubOptions small = new HubOptions(2, 1 << 20, 2, 100_000);
        try (Server server = new Server(small, Server.connections(limits(LONG, LONG, LONG, LONG)))) {
            List<String> services = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                services.add("service-" + i);
            }
            Version version = server.steps.put(services, 1);
            try (Client slow = server.smallClient().follow("?version=" + version)) {
                assertThat(slow.head().status()).isEqualTo(200);
                for (int i = 2; server.hub.subscribers() > 0; i++) {
                    server.steps.put(services, 1 + i % 100);
                }
                // What is already on its way ends in a whole body, or in none.
                List<byte[]> rest = new ArrayList<>();
                for (var line = slow.line(); line.isPresent(); line = slow.line()) {
                    rest.add(line.orElseThrow());
                }
                assertThat(rest).isNotEmpty();
            }
            try (Client again = server.client().follow("?version=" + version)) {
                again.head();
                assertThat(StreamServerTest.frames(again, 1)).first().isEqualTo(server.steps.inventory());
            }
        }
    }

    @Test
    void bytesThatAreNoTlsHarmNobody() throws IOException {
        try (Server server = new Server();
                Socket plain = tcp(server)) {
            plain.getOutputStream().write("GET /v1/stream HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            plain.getInputStream().readAllBytes();
            await().atMost(PATIENCE).until(() -> server.server().connections() == 0);
            Version version = server.steps.put("web", 1);
            try (Client client = server.client().follow("?version=" + version)) {
                assertThat(client.head().status()).isEqualTo(200);
            }
        }
    }

    private static StreamOptions.Connections limits(
            Duration handshake, Duration request, Duration idle, Duration write) {
        return new StreamOptions.Connections(100, 100, handshake, request, idle, write);
    }

    private static Socket tcp(Server server) throws IOException {
        Socket socket = new Socket("localhost", server.server().address().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Without a word: there is nobody to talk to. */
    private static boolean endedAbruptly(Client client) {
        try {
            return client.ended();
        } catch (IOException e) {
            return true;
        }
    }
}
