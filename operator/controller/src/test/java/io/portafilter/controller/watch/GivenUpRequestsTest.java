package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.apiserver.ApiServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lost lease and a slow API server end requests half way: whoever asks next must be answered. */
@Tag("api-server")
final class GivenUpRequestsTest {
    private static final int MORE_THAN_THE_STREAMS_OF_A_CONNECTION = 300;

    private final ApiServer api = ApiServer.shared();

    @Test
    void requestsThatAreGivenUpHoldNoOtherUp() throws Exception {
        String namespace = api.namespace();
        for (int i = 0; i < 100; i++) {
            api.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace)
                            .withName("map-" + i)
                            .endMetadata()
                            .addToData("text", "x".repeat(10_000))
                            .build())
                    .create();
        }
        try (Clients clients = Clients.of(
                new ConfigBuilder(api.config()).withHttp2Disable(false).build())) {
            KubernetesClient client = clients.cluster();
            for (int i = 0; i < MORE_THAN_THE_STREAMS_OF_A_CONNECTION; i++) {
                giveUp(client, namespace, i % 12);
            }

            assertThat(CompletableFuture.supplyAsync(() -> client.configMaps()
                                    .inNamespace(namespace)
                                    .withName("map-1")
                                    .get())
                            .get(30, TimeUnit.SECONDS))
                    .isNotNull();
        }
    }

    private static void giveUp(KubernetesClient client, String namespace, int afterMillis)
            throws InterruptedException, ExecutionException {
        FutureTask<Object> request = new FutureTask<>(
                () -> client.configMaps().inNamespace(namespace).list());
        Thread.ofVirtual().start(request);
        try {
            request.get(afterMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel(true);
        }
    }
}
