package io.portafilter.controller.chart;

import io.portafilter.controller.apiserver.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** helm and kubectl, connected to the tests' API server. They leave nothing in anybody's home. */
final class Tools implements AutoCloseable {
    static final Path PROJECT = Path.of(System.getProperty("project.dir", "../.."));
    static final Path CASES = PROJECT.resolve("e2e/src/test/resources/io/portafilter/e2e/chart");
    private static final String CHART = PROJECT.resolve("helm/portafilter").toString();

    private final Path folder;

    Tools(ApiServer server) {
        try {
            folder = Files.createTempDirectory("portafilter-chart");
            Files.writeString(folder.resolve("kubeconfig"), server.kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all values files that have a pinned render. */
    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".values.yaml"))
                    .map(name -> name.replace(".values.yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** What helm renders for a namespace. */
    String render(String namespace, String name) {
        return helm(
                "template",
                "ingress-nginx",
                CHART,
                "--namespace",
                namespace,
                "--kube-version",
                "1.36.4",
                "--values",
                values(name));
    }

    /** Runs a command of helm that takes release and chart. */
    String release(String command, String namespace, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "ingress-nginx", CHART, "--namespace", namespace));
        line.addAll(List.of(more));
        return helm(line.toArray(String[]::new));
    }

    static String values(String name) {
        return CASES.resolve(name + ".values.yaml").toString();
    }

    String helm(String... arguments) {
        return run("", System.getProperty("helm", "helm"), arguments);
    }

    /** The kubectl that belongs to the API server. */
    String kubectl(String input, String... arguments) {
        try (Stream<Path> versions =
                Files.list(Path.of(System.getProperty("kube-api-test.dir", "")).resolve("k8s"))) {
            return run(input, versions.max(Comparator.naturalOrder()).orElseThrow() + "/kubectl", arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String input, String program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(program));
        line.addAll(Arrays.asList(arguments));
        try {
            Path given = Files.writeString(folder.resolve("input"), input);
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectInput(given.toFile());
            builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
            for (String home : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "KUBECACHEDIR")) {
                builder.environment().put(home, folder.resolve("home").toString());
            }
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(line + " ended with " + process.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
