package io.portafilter.controller.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("api-server")
class ApiServerTest {
    private static final String MANIFEST = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: options
            data:
              colour: COLOUR
            """;

    private final ApiServer api = ApiServer.shared();

    @Test
    void whatIsAppliedTwiceIsChanged() {
        String namespace = api.namespace();

        api.apply(namespace, MANIFEST.replace("COLOUR", "red"));
        api.apply(namespace, MANIFEST.replace("COLOUR", "blue"));

        assertThat(api.client()
                        .configMaps()
                        .inNamespace(namespace)
                        .withName("options")
                        .get()
                        .getData())
                .containsEntry("colour", "blue");
    }

    @Test
    void aSecondServerDiesAndComesBackWithWhatWasWrittenMeanwhile() {
        String namespace = api.namespace();
        try (SecondApiServer second = api.second();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(second.config())
                        .build()) {
            second.kill();
            api.apply(namespace, MANIFEST);
            second.start();

            assertThat(client.configMaps()
                            .inNamespace(namespace)
                            .withName("options")
                            .get())
                    .isNotNull();
        }
    }
}
