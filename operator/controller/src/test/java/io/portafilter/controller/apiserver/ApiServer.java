package io.portafilter.controller.apiserver;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A kube-apiserver with its etcd. No controllers run beside it: nothing makes EndpointSlices, collects garbage or ends the deletion of
 * a namespace.
 *
 * <p>Tests share one per JVM and stay out of each other's way by a namespace each. It goes with the JVM.
 */
public final class ApiServer {
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private final KubeAPIServer server;
    private final Path folder;
    private final Config config;
    private final KubernetesClient client;

    private static final class Shared {
        static final ApiServer SERVER = start();
    }

    private ApiServer(KubeAPIServer server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.config = new ConfigBuilder(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .withRequestRetryBackoffLimit(0)
                .withHttp2Disable(true)
                .build();
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /** The one of this JVM; starts it when first asked, which takes some seconds. */
    public static ApiServer shared() {
        return Shared.SERVER;
    }

    private static ApiServer start() {
        Path folder = folder();
        KubeAPIServerConfig settings = KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(folder.toString())
                .withOfflineMode(true)
                .withStartupTimeout(120_000)
                .build();
        KubeAPIServer server = new KubeAPIServer(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
            } finally {
                delete(folder);
            }
        }));
        server.start();
        return new ApiServer(server, folder);
    }

    /** A folder of its own: certificates are written to it, and the one with the binaries may be shared or not ours. */
    private static Path folder() {
        Path binaries = Path.of(System.getProperty("kube-api-test.dir", "")).resolve("k8s");
        if (!Files.isDirectory(binaries)) {
            throw new IllegalStateException("No kube-apiserver and etcd in " + binaries
                    + ": set -Dkube-api-test.dir to the folder that holds k8s/VERSION-OS-ARCH/");
        }
        try {
            Path folder = Files.createTempDirectory("portafilter-api-server");
            Files.createSymbolicLink(folder.resolve("k8s"), binaries.toAbsolutePath());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to connect, as an administrator. */
    public Config config() {
        return config;
    }

    /** How to connect, as an administrator, in kubectl's form. */
    public String kubeconfig() {
        return server.getKubeConfigYaml();
    }

    /** A client that may do everything; it stays open, whoever closes what. */
    public KubernetesClient client() {
        return client;
    }

    /** Makes a namespace that nobody else uses; its name. */
    public String namespace() {
        String name = "test-" + ProcessHandle.current().pid() + "-" + NAMESPACES.incrementAndGet();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        return name;
    }

    /**
     * Creates or changes the objects of a manifest, as {@code kubectl apply --server-side --force-conflicts} does.
     *
     * @param namespace of the objects that name none
     * @param yaml one or more documents
     * @return the objects as the API server answered them
     */
    public List<HasMetadata> apply(String namespace, String yaml) {
        return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items().stream()
                .map(item -> {
                    var resource = client.resource(item);
                    boolean placed = item.getMetadata().getNamespace() != null;
                    return (placed ? resource : resource.inNamespace(namespace))
                            .forceConflicts()
                            .serverSideApply();
                })
                .toList();
    }

    /** Runs kubectl as an administrator; what it prints. */
    public String kubectl(String... arguments) {
        try (Stream<Path> files = Files.walk(folder.resolve("k8s").toRealPath(), 2)) {
            Path kubectl =
                    files.filter(file -> file.endsWith("kubectl")).findFirst().orElseThrow();
            Path config = Files.writeString(folder.resolve("kubeconfig"), kubeconfig());
            List<String> command = new ArrayList<>(List.of(kubectl.toString(), "--kubeconfig=" + config));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("kubectl " + List.of(arguments).getFirst() + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second API server on the same etcd, which may be killed while this one goes on. */
    public SecondApiServer second() {
        return SecondApiServer.of(config);
    }
}
