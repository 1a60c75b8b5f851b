package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.portafilter.controller.apiserver.ApiServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that loses its power closes no connection. */
@Tag("api-server")
final class VanishedApiServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: NAME}
            spec: {type: ExternalName, externalName: one.example}
            """;

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private Relay relay;
    private Clients clients;
    private ObjectWatch<Service> watch;

    @BeforeEach
    void watch() throws IOException {
        URI server = URI.create(api.config().getMasterUrl());
        relay = Relay.to(server.getPort());
        clients = Clients.of(
                new ConfigBuilder(api.config())
                        .withMasterUrl("https://" + server.getHost() + ":" + relay.port() + "/")
                        .build(),
                new Pulse(Duration.ofMillis(100), Duration.ofSeconds(1)));
        watch = new ObjectWatch<>(
                new WatchedResource("services", namespace),
                clients.cluster().services().inNamespace(namespace),
                Service::new,
                new ObjectWatch.Events<>() {
                    @Override
                    public void put(Service service) {
                        seen.add(service.getMetadata().getName());
                    }

                    @Override
                    public void delete(Service service) {
                        seen.remove(service.getMetadata().getName());
                    }
                },
                ObjectWatch.Need.ALWAYS);
        watch.start().orTimeout(30, TimeUnit.SECONDS).join();
        await().atMost(PATIENCE).until(() -> watch.state().connected());
    }

    @AfterEach
    void end() {
        watch.close();
        clients.close();
        relay.close();
    }

    @Test
    void aConnectionThatIsLostWithoutAWordIsMissedAndMadeAgain() {
        relay.vanish();

        api.apply(namespace, SERVICE.replace("NAME", "after"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).containsExactly("after"));
    }

    @Test
    void aWatchOnWhichNothingHappensKeepsItsConnection() {
        int connections = relay.connections();

        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(relay.connections()).isEqualTo(connections));

        assertThat(watch.state().connected()).isTrue();
    }
}
