package io.portafilter.cli.network;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A kube-apiserver with its etcd, and the kubectl that belongs to it. Both see nothing of the user's own. */
final class TestCluster implements AutoCloseable {
    private final Path folder;
    private final KubeAPIServer server;
    private final Path kubectl;
    private final Path kubeconfig;

    TestCluster() throws IOException {
        Path binaries = Path.of(System.getProperty("kube-api-test.dir", "")).resolve("k8s");
        folder = Files.createTempDirectory("portafilter-cli");
        Files.createSymbolicLink(folder.resolve("k8s"), binaries.toAbsolutePath());
        server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(folder.toString())
                .withOfflineMode(true)
                .withStartupTimeout(120_000)
                .build());
        server.start();
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), server.getKubeConfigYaml());
        try (Stream<Path> files = Files.walk(binaries, 2)) {
            kubectl = files.filter(file -> file.endsWith("kubectl")).findFirst().orElseThrow();
        }
    }

    /** Variables of the environment that make commands find this cluster. */
    Map<String, String> environment() {
        return Map.of(
                "PATH",
                String.valueOf(kubectl.getParent()),
                "KUBECONFIG",
                kubeconfig.toString(),
                "KUBECACHEDIR",
                folder.resolve("cache").toString());
    }

    /** A configuration that speaks as somebody else, who has no rights. */
    Path as(String user) throws IOException {
        return Files.writeString(
                folder.resolve(user),
                Files.readString(kubeconfig).replaceAll("(?m)^( *)user: *$", "$1user:\n$1  as: " + user));
    }

    /** What kubectl prints; it fails if kubectl does. */
    String kubectl(String input, String... arguments) throws IOException {
        Path given = Files.writeString(folder.resolve("input"), input);
        List<String> line = new ArrayList<>(List.of(kubectl.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectInput(given.toFile());
        builder.environment().putAll(environment());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError("kubectl " + List.of(arguments) + " failed: " + printed);
        }
        return printed;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
