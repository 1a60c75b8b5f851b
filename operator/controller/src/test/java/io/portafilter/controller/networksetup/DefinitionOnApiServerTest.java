package io.portafilter.controller.networksetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.portafilter.controller.apiserver.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The API server takes the definition that the chart ships, and its rules decide every case as the tests of the rules say. */
@Tag("api-server")
class DefinitionOnApiServerTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir", "../.."));
    private static final Path CASES = PROJECT.resolve("crds/src/test/resources/io/portafilter/crds/rule/cases.yaml");

    private final KubernetesClient client = ApiServer.shared().client();

    @BeforeEach
    void install() throws IOException {
        CustomResourceDefinition definition = Serialization.unmarshal(
                Files.readString(PROJECT.resolve("helm/portafilter/crds/networksetups.portafilter.io.yaml")),
                CustomResourceDefinition.class);
        client.resource(definition).forceConflicts().serverSideApply();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client.genericKubernetesResources("portafilter.io/v1alpha1", "NetworkSetup")
                        .list()
                        .getItems()
                        .isEmpty());
    }

    @Test
    void everyExampleIsAccepted() throws IOException {
        try (Stream<Path> examples = Files.list(PROJECT.resolve("crds/examples"))) {
            for (Path example : examples.sorted().toList()) {
                assertThat(refusal(() -> client.resource(read(example)).dryRun().create()))
                        .as("%s", example)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyCaseOfTheRulesIsDecidedAsTheRulesTestsSay() throws IOException {
        Map<?, ?> file = Serialization.unmarshal(Files.readString(CASES), Map.class);
        Map<?, ?> base = map(file, "base");
        Set<String> ids = new TreeSet<>();
        List<?> cases = (List<?>) Objects.requireNonNull(file.get("cases"));
        cases.forEach(example -> ids.addAll(fails((Map<?, ?>) example)));
        List<String> wrong = new ArrayList<>();
        for (Object entry : cases) {
            Map<?, ?> example = (Map<?, ?>) entry;
            Optional<String> refusal = refusal(base, example);
            Set<String> found = new TreeSet<>();
            ids.stream()
                    .filter(id -> refusal.filter(text -> text.matches("(?s).*[ \\]]" + id + ": .*"))
                            .isPresent())
                    .forEach(found::add);
            if (!found.equals(fails(example)) || (refusal.isPresent() && found.isEmpty())) {
                wrong.add(example.get("name") + ": " + refusal.orElse("accepted"));
            }
        }
        assertThat(cases).hasSizeGreaterThan(80);
        assertThat(wrong).isEmpty();
    }

    private Optional<String> refusal(Map<?, ?> base, Map<?, ?> example) {
        GenericKubernetesResource now = resource(merge(base, map(example, "patch")));
        if (!example.containsKey("old")) {
            return refusal(() -> client.resource(now).dryRun().create());
        }
        Resource<GenericKubernetesResource> before = client.resource(resource(merge(base, map(example, "old"))));
        before.create();
        try {
            return refusal(() -> client.resource(now).dryRun().update());
        } finally {
            before.delete();
        }
    }

    private static Optional<String> refusal(Supplier<?> request) {
        try {
            assertThat(request.get()).isNotNull();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> fails(Map<?, ?> example) {
        Set<String> fails = new TreeSet<>();
        if (example.get("fails") instanceof List<?> list) {
            list.forEach(id -> fails.add((String) id));
        }
        return fails;
    }

    private static Map<?, ?> map(Map<?, ?> tree, String key) {
        return (Map<?, ?>) Objects.requireNonNull(tree.get(key), key);
    }

    private static Map<Object, Object> merge(Map<?, ?> base, Map<?, ?> patch) {
        Map<Object, Object> merged = new LinkedHashMap<>(base);
        patch.forEach((key, value) -> {
            if ("$del".equals(value)) {
                merged.remove(key);
            } else if (merged.get(key) instanceof Map<?, ?> inner && value instanceof Map<?, ?> change) {
                merged.put(key, merge(inner, change));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    private static GenericKubernetesResource resource(Map<Object, Object> tree) {
        tree.put("apiVersion", "portafilter.io/v1alpha1");
        tree.put("kind", "NetworkSetup");
        return Serialization.unmarshal(Serialization.asJson(tree), GenericKubernetesResource.class);
    }

    private static GenericKubernetesResource read(Path file) {
        try {
            return Serialization.unmarshal(Files.readString(file), GenericKubernetesResource.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
