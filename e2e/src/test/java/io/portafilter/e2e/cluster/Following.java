package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * How far the proxies are, by the reports of the operator's replicas. An Ingress shows its address when the leader has compiled it;
 * the last proxy may serve it some milliseconds later, and on a busy machine some more.
 */
public final class Following {
    private static final JsonMapper JSON = new JsonMapper();

    private Following() {}

    /** Returns when all replicas know this Ingress and all proxies serve what they publish. */
    public static void await(Cluster cluster, String namespace, String ingress) {
        Cluster.patiently().untilAsserted(() -> {
            Set<String> versions = new HashSet<>();
            Set<String> current = new HashSet<>();
            for (String operator : names(cluster, Release.OPERATOR)) {
                JsonNode report = report(cluster, operator);
                assertThat(each(report.path("ingresses")))
                        .as("Ingresses of " + operator)
                        .anyMatch(one -> one.path("namespace").asText().equals(namespace)
                                && one.path("name").asText().equals(ingress));
                versions.add(report.path("version").asText());
                each(report.path("proxies")).stream()
                        .filter(proxy -> proxy.path("current").asBoolean())
                        .forEach(proxy -> current.add(proxy.path("name").asText()));
            }
            assertThat(versions).as("published versions").hasSize(1);
            assertThat(names(cluster, Release.PROXY)).allMatch(pod -> contains(current, pod));
        });
    }

    private static boolean contains(Set<String> proxies, String pod) {
        return proxies.contains(pod) || proxies.contains(Release.NAME + "/" + pod);
    }

    private static List<String> names(Cluster cluster, String deployment) {
        return cluster.pods(Release.NAME, deployment).stream()
                .map(Pod::getMetadata)
                .map(meta -> meta.getName())
                .toList();
    }

    /** Through the API server, so that a test need not be in the cluster's network. */
    private static JsonNode report(Cluster cluster, String pod) throws IOException {
        String path = "/api/v1/namespaces/" + Release.NAME + "/pods/" + pod + ":10254/proxy/report";
        String report = cluster.client().raw(path);
        assertThat(report).as("report of " + pod).isNotNull();
        return JSON.readTree(report);
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
