package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Release;
import io.portafilter.e2e.cluster.WithoutWebhook;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What would break the DNS is refused before anything is written; what others broke is told, and restored only where we may. */
@ClusterTest
@Order(52)
class RefusalsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void anExtraPluginThatDoesNotExistIsRefused(Release release) {
        refusedTwice(release, "nosuchplugin", dns -> dns.put("extraPlugins", "nosuchplugin on\n"));
    }

    @Test
    void anExtraPluginWithAMistakeIsRefused(Release release) {
        refusedTwice(release, "extraPlugins", dns -> dns.put("extraPlugins", "template IN A {\n"));
    }

    @Test
    void anUpstreamThatIsTheDnsItselfIsRefused(Release release) {
        refused(
                release,
                "10.96.0.10",
                dns -> dns.withObject("/upstreams").putArray("servers").add("10.96.0.10"));
    }

    @Test
    void aServerBlockThatHijacksTheClusterDomainIsRefused(Release release) {
        refusedTwice(
                release,
                "cluster.local",
                dns -> dns.put("extraServerBlocks", "svc.cluster.local:53 {\n    forward . 10.89.0.2\n}\n"));
    }

    @Test
    void aStubDomainThatHijacksTheClusterDomainIsNotEvenStored(Release release) {
        try (Setup setup = Setup.adopted(release.cluster(), "Enforce")) {
            assertThatThrownBy(() -> setup.change(spec -> {
                        ObjectNode stub =
                                spec.withObject("/dns").withArray("stubDomains").addObject();
                        stub.put("name", "local").putArray("zones").add("local");
                        stub.putObject("upstreams").putArray("servers").add("10.89.0.2");
                    }))
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("stub-not-cluster");
        }
    }

    @Test
    void aCorefileBrokenBehindOurBackIsToldInPlanModeAndRestoredInEnforceMode(Release release) {
        Cluster cluster = release.cluster();
        try (Configs configs = Configs.of(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            setup.change(spec -> spec.withObject("/dns").put("ttlSeconds", 29));
            setup.carryOut();
            String ours = configs.corefile();

            setup.change(spec -> spec.put("mode", "Plan"));
            setup.await(Status::planIsEmpty, "a plan without changes");
            configs.corefile(ours.replace("ttl 29", "tlt 29"));
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(setup.status().conflicts()).contains("CorefileInvalid");
                assertThat(setup.status().condition("Drifted")).startsWith("True");
            });
            assertThat(configs.corefile()).contains("tlt 29");

            setup.change(spec -> spec.put("mode", "Enforce"));
            Cluster.patiently()
                    .untilAsserted(
                            () -> assertThat(unmarked(configs.corefile())).isEqualTo(unmarked(ours)));
            setup.await(
                    seen -> seen.conflicts().isEmpty()
                            && seen.condition("Drifted").startsWith("False"),
                    "peace");
        }
    }

    /** Without what tells the plan that it comes from. */
    private static String unmarked(String corefile) {
        return corefile.replaceAll("sha256:[0-9a-f]{64}|portafilter-[0-9a-f]{12}", "plan");
    }

    /** The webhook does not let it in; where nobody asks it, nothing of the plan is carried out. */
    private static void refusedTwice(Release release, String why, Consumer<ObjectNode> change) {
        try (Setup setup = Setup.adopted(release.cluster(), "Enforce")) {
            assertThatThrownBy(() -> setup.change(spec -> change.accept(spec.withObject("/dns"))))
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining(why);
        }
        try (WithoutWebhook nobodyAsks = WithoutWebhook.of(release)) {
            assertThat(nobodyAsks.configurations()).isNotEmpty();
            refused(release, why, change);
        }
    }

    /** Tells why, plans nothing that could be carried out, and writes nothing, approved or not. */
    private static void refused(Release release, String why, Consumer<ObjectNode> change) {
        try (Configs configs = Configs.of(release.cluster());
                Setup setup = Setup.adopted(release.cluster(), "Enforce")) {
            Map<String, String> before = configs.versions();
            setup.change(spec -> change.accept(spec.withObject("/dns")));
            Status status = setup.await(seen -> !seen.refusals().isEmpty(), "a refusal");
            assertThat(status.refusals()).anyMatch(text -> text.contains(why));
            if (!status.hash().isEmpty()) {
                setup.approve(status.hash());
                setup.await(seen -> !seen.refusals().isEmpty(), "a refusal, also of what was approved");
            }
            assertThat(configs.versions()).isEqualTo(before);
        }
    }
}
