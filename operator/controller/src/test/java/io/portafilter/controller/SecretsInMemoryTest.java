package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.compile.View;
import io.portafilter.controller.watch.Clients;
import io.portafilter.controller.watch.ClusterWatch;
import io.portafilter.controller.watch.Scope;
import io.portafilter.controller.watch.SecretWatch;
import io.portafilter.controller.watch.WatchOptions;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the cluster's Secrets lies in the operator's memory. */
@Tag("api-server")
class SecretsInMemoryTest {
    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: k8s.io/ingress-nginx}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              ingressClassName: nginx
              tls: [{hosts: [web.test], secretName: asked}]
              rules:
              - host: web.test
                http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
            """;

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlySecretsThatAreReferredToAreFetchedAndTheyAreForgottenWithTheReference() throws Exception {
        secret("asked", 1);
        secret("private", 2);
        api.apply(namespace, INGRESS);
        AtomicReference<SecretWatch> watching = new AtomicReference<>();
        try (Clients clients = Clients.of(api.config());
                CompileLoop loop = new CompileLoop(
                        () -> new Compiler(CompilerOptions.DEFAULT),
                        List.of((compilation, frames, view) -> Optional.ofNullable(watching.get())
                                .orElseThrow()
                                .want(compilation.secrets())));
                SecretWatch secrets = new SecretWatch(
                        clients, new Scope.OneNamespace(namespace), Optional.empty(), new SecretChanges(loop::accept));
                ClusterWatch cluster = new ClusterWatch(
                        clients.cluster(),
                        new WatchOptions(
                                new Scope.OneNamespace(namespace),
                                new Name(namespace, "options"),
                                Optional.empty(),
                                Optional.empty()),
                        loop::accept)) {
            watching.set(secrets);
            CompletableFuture.allOf(cluster.start(), secrets.start())
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            loop.start(List.of());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> loop.view().filter(View::ready).isPresent());

            assertThat(loop.view().orElseThrow().snapshot().get(ref("private")))
                    .containsInstanceOf(PendingSecret.class);
            Path first = dump("first.hprof");
            assertThat(holds(first, 1)).as("the one that is referred to").isTrue();
            assertThat(holds(first, 2)).as("the other one").isFalse();
            Files.delete(first);

            api.client()
                    .network()
                    .v1()
                    .ingresses()
                    .inNamespace(namespace)
                    .withName("web")
                    .delete();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> loop.view()
                            .flatMap(view -> view.snapshot().get(ref("asked")))
                            .filter(PendingSecret.class::isInstance)
                            .isPresent());
            // Not at once: a step that is not over still knows the one before.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                // Buffers of connections and parsers hold an answer until a longer one has gone over it.
                clients.cluster().rbac().clusterRoles().list();
                Path second = dump("second.hprof");
                boolean held = holds(second, 1);
                Files.delete(second);
                assertThat(held).as("nobody refers to it any more").isFalse();
            });
        }
    }

    private Ref ref(String secret) {
        return new Ref(Kind.SECRET, new Name(namespace, secret));
    }

    /** By another process: a client of our own would keep what it wrote in its buffers. */
    private void secret(String name, int number) {
        api.kubectl(
                "-n" + namespace,
                "create",
                "secret",
                "generic",
                name,
                "--from-literal=tls.crt=" + marker(number),
                "--from-literal=tls.key=" + marker(number));
    }

    /** Made anew whenever it is needed, so that this test itself holds none when memory is looked at. */
    private static String marker(int number) {
        StringBuilder marker = new StringBuilder();
        for (int i = 0; i < 48; i++) {
            marker.append((char) ('a' + (i * i * 7 + number * (i + 3)) % 26));
        }
        return marker.toString();
    }

    private Path dump(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }

    /** Whether a Secret's value lies in a heap dump, as text or as base64, in one byte a character or in two. */
    private static boolean holds(Path dump, int number) throws IOException {
        String text = marker(number);
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return contains(dump, text.getBytes(StandardCharsets.ISO_8859_1))
                || contains(dump, text.getBytes(StandardCharsets.UTF_16LE))
                || contains(dump, base64.getBytes(StandardCharsets.ISO_8859_1))
                || contains(dump, base64.getBytes(StandardCharsets.UTF_16LE));
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        byte[] window = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(window, kept, window.length - kept);
            while (read > 0) {
                int end = kept + read;
                if (indexOf(window, end, wanted) >= 0) {
                    return true;
                }
                kept = Math.min(end, wanted.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
                read = in.read(window, kept, window.length - kept);
            }
        }
        return false;
    }

    private static int indexOf(byte[] window, int end, byte[] wanted) {
        for (int i = 0; i <= end - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && window[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
