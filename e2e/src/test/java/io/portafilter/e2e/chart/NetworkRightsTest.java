package io.portafilter.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.network.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Which rights the chart gives for the cluster's own network, read from what it renders. */
final class NetworkRightsTest {
    private static final Path CASES = Path.of("src/test/resources/io/portafilter/e2e/chart");
    private static final Set<String> READING = Set.of("get", "list", "watch");
    private static final String OBJECTS = ".objects.yaml";

    /** A rule of a role, and the namespace where it holds; empty for all. */
    private record Right(
            String namespace, List<String> groups, List<String> resources, List<String> names, List<String> verbs) {
        boolean concerns(String resource) {
            return resources.contains(resource);
        }

        boolean writes() {
            return !READING.containsAll(verbs);
        }
    }

    static List<String> others() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(OBJECTS) && !name.startsWith("network-setup"))
                    .map(name -> name.substring(0, name.length() - OBJECTS.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void nobodyWhoDoesNotAskForItGivesAnyOfThem(String name) throws IOException {
        assertThat(rights(name))
                .isNotEmpty()
                .noneMatch(right -> right.concerns("networksetups")
                        || right.concerns("networkpolicies")
                        || right.concerns("servicecidrs")
                        || right.concerns("daemonsets")
                        || right.names().contains("coredns"));
        assertThat(Files.readString(CASES.resolve(name + OBJECTS))).doesNotContain("--network-setup");
    }

    @Test
    void whoOnlyObservesWritesTheStatusOfTheNetworkSetupAndNothingMore() throws IOException {
        List<Right> more = new ArrayList<>(rights("network-setup"));
        more.removeAll(rights("defaults"));

        assertThat(more.stream().filter(Right::writes))
                .containsExactly(new Right(
                        "", List.of("portafilter.io"), List.of("networksetups/status"), List.of(), List.of("patch")));
    }

    @Test
    void configMapsAreReadByNameThoseThatTheOperatorKnowsAndThoseThatItIsTold() throws IOException {
        TreeSet<String> names = new TreeSet<>(SourceOptions.KNOWN_CONFIG_MAPS);
        names.add("our-dns");

        assertThat(rights("network-setup").stream()
                        .filter(right -> right.namespace().isEmpty() && right.concerns("configmaps")))
                .containsExactly(new Right(
                        "", List.of(""), List.of("configmaps"), List.copyOf(names), List.of("list", "watch")));
        assertThat(Files.readString(CASES.resolve("network-setup" + OBJECTS)))
                .contains("- --network-setup=observe\n")
                .contains("- --network-config-map=our-dns\n")
                .contains("- --network-namespace=cilium\n");
    }

    @Test
    void whatPlansMayWriteIsNamed() throws IOException {
        Set<Right> rights = rights("network-setup-write");

        assertThat(rights.stream().filter(right -> right.namespace().isEmpty() && right.writes()))
                .contains(
                        new Right(
                                "",
                                List.of(""),
                                List.of("configmaps"),
                                List.of("coredns", "kube-proxy", "kube-flannel-cfg"),
                                List.of("get", "patch")),
                        new Right(
                                "",
                                List.of("apps"),
                                List.of("daemonsets"),
                                List.of("kube-proxy", "kube-flannel-ds"),
                                List.of("get", "patch")),
                        new Right(
                                "",
                                List.of("networking.k8s.io"),
                                List.of("servicecidrs"),
                                List.of(),
                                List.of("get", "create", "delete")))
                .noneMatch(right -> right.concerns("deployments") || right.concerns("nodes"));
        assertThat(rights)
                .contains(new Right("ingress-nginx", List.of(""), List.of("configmaps"), List.of(), List.of("get")))
                .contains(new Right("default", List.of(""), List.of("events"), List.of(), List.of("create")));
    }

    private static Set<Right> rights(String name) throws IOException {
        Set<Right> rights = new LinkedHashSet<>();
        Load load = new Load(LoadSettings.builder().build());
        for (Object document : load.loadAllFromString(Files.readString(CASES.resolve(name + OBJECTS)))) {
            if (document instanceof Map<?, ?> role
                    && (role.get("kind") instanceof String kind && kind.endsWith("Role"))
                    && role.get("rules") instanceof List<?> rules
                    && role.get("metadata") instanceof Map<?, ?> metadata) {
                String namespace = metadata.get("namespace") instanceof String text ? text : "";
                rules.forEach(rule -> rights.add(right(namespace, (Map<?, ?>) rule)));
            }
        }
        return rights;
    }

    private static Right right(String namespace, Map<?, ?> rule) {
        return new Right(
                namespace,
                texts(rule, "apiGroups"),
                texts(rule, "resources"),
                texts(rule, "resourceNames"),
                texts(rule, "verbs"));
    }

    private static List<String> texts(Map<?, ?> rule, String key) {
        return rule.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
