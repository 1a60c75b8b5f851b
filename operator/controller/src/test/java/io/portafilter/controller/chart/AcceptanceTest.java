package io.portafilter.controller.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.controller.apiserver.ApiServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server takes whatever the chart renders, field by field, and lets its pods run where the rules are strictest. */
@Tag("api-server")
@Tag("helm")
final class AcceptanceTest {
    /** Ports and networks of nodes are what the restricted standard forbids; without them there is nothing to forbid. */
    private static final Set<String> ON_NODES = Set.of("host-network", "host-port");

    private static final KubernetesClient CLIENT = ApiServer.shared().client();
    private static final Tools TOOLS = new Tools(ApiServer.shared());

    static List<String> cases() throws IOException {
        return Tools.cases();
    }

    @BeforeAll
    static void prepare() {
        List.of("shop", "edge-system", "monitoring").forEach(AcceptanceTest::namespace);
        namespace("restricted", "pod-security.kubernetes.io/enforce", "restricted");
        definition("monitoring.coreos.com", "v1", "ServiceMonitor", "servicemonitors");
        definition("monitoring.coreos.com", "v1", "PrometheusRule", "prometheusrules");
        definition("keda.sh", "v1alpha1", "ScaledObject", "scaledobjects");
    }

    @AfterAll
    static void end() {
        TOOLS.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noFieldIsUnknownAndNoValueInvalid(String name) {
        String objects = TOOLS.render("shop", name);
        String said =
                TOOLS.kubectl(objects, "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-");
        assertThat(said.lines()).allMatch(line -> line.endsWith("serverside-applied (server dry run)"));
        assertThat(said.lines()).hasSize(load(objects).size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsPodsKeepTheRestrictedStandard(String name) {
        List<Pod> pods = load(TOOLS.render("restricted", name)).stream()
                .flatMap(object -> switch (object) {
                    case Deployment deployment -> List.of(deployment.getSpec().getTemplate()).stream();
                    case DaemonSet set -> List.of(set.getSpec().getTemplate()).stream();
                    default -> java.util.stream.Stream.<PodTemplateSpec>of();
                })
                .map(template -> new PodBuilder()
                        .withNewMetadataLike(template.getMetadata())
                        .withNamespace("restricted")
                        .withGenerateName("pod-")
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build())
                .toList();
        assertThat(pods).hasSizeGreaterThanOrEqualTo(2);
        for (Pod pod : pods) {
            boolean proxy = "controller".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/component"));
            if (proxy && ON_NODES.contains(name)) {
                assertThatThrownBy(() -> CLIENT.resource(pod).dryRun().create())
                        .isInstanceOf(KubernetesClientException.class)
                        .hasMessageContaining("violates PodSecurity \"restricted:latest\"");
            } else {
                assertThat(CLIENT.resource(pod).dryRun().create().getMetadata().getName())
                        .startsWith("pod-");
            }
        }
    }

    private static List<HasMetadata> load(String objects) {
        return CLIENT.load(new ByteArrayInputStream(objects.getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    private static void namespace(String name, String... label) {
        NamespaceBuilder builder =
                new NamespaceBuilder().withNewMetadata().withName(name).endMetadata();
        if (label.length == 2) {
            builder.editMetadata().addToLabels(label[0], label[1]).endMetadata();
        }
        CLIENT.resource(builder.build()).serverSideApply();
    }

    /** Of others, whose real definitions are not here: any field is taken. */
    private static void definition(String group, String version, String kind, String plural) {
        CLIENT.resource(new CustomResourceDefinitionBuilder()
                        .withNewMetadata()
                        .withName(plural + "." + group)
                        .endMetadata()
                        .withNewSpec()
                        .withGroup(group)
                        .withScope("Namespaced")
                        .withNewNames()
                        .withKind(kind)
                        .withPlural(plural)
                        .endNames()
                        .addNewVersion()
                        .withName(version)
                        .withServed(true)
                        .withStorage(true)
                        .withNewSchema()
                        .withNewOpenAPIV3Schema()
                        .withType("object")
                        .withXKubernetesPreserveUnknownFields(true)
                        .endOpenAPIV3Schema()
                        .endSchema()
                        .endVersion()
                        .endSpec()
                        .build())
                .serverSideApply();
    }
}
