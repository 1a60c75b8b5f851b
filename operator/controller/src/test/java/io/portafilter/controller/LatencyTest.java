package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.contract.Frame;
import io.portafilter.contract.VirtualHost;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.watch.Clients;
import io.portafilter.controller.watch.ClusterWatch;
import io.portafilter.controller.watch.Scope;
import io.portafilter.controller.watch.WatchOptions;
import io.portafilter.snapshot.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a change takes from the API server's answer to the frames for proxies. It prints; the machine decides how fast it is. */
@Tag("api-server")
class LatencyTest {
    private static final int WARM_UP = 100;
    private static final int MEASURED = 200;

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();

    @Test
    void aNewHostIsInFramesSoonAfterTheApiServerAnswered() throws Exception {
        api.apply(namespace, """
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata: {name: nginx}
                spec: {controller: k8s.io/ingress-nginx}
                """);
        Map<String, Long> published = new ConcurrentHashMap<>();
        BlockingQueue<String> hosts = new LinkedBlockingQueue<>();
        try (Clients clients = Clients.of(api.config());
                CompileLoop loop =
                        new CompileLoop(() -> new Compiler(CompilerOptions.DEFAULT), List.of((_, frames, _) -> {
                            long now = System.nanoTime();
                            for (Frame.Down frame : frames) {
                                if (frame instanceof Frame.Put put && put.object() instanceof VirtualHost host) {
                                    published.put(host.host(), now);
                                    hosts.add(host.host());
                                }
                            }
                        }));
                ClusterWatch cluster = new ClusterWatch(
                        clients.cluster(),
                        new WatchOptions(
                                new Scope.OneNamespace(namespace),
                                new Name(namespace, "options"),
                                Optional.empty(),
                                Optional.empty()),
                        loop::accept)) {
            cluster.start().orTimeout(30, TimeUnit.SECONDS).join();
            loop.start(List.of());
            double[] millis = new double[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                String host = "h" + (i + WARM_UP) + ".test";
                api.apply(namespace, ingress(host));
                long answered = System.nanoTime();
                String seen = "";
                while (!host.equals(seen)) {
                    seen = Optional.ofNullable(hosts.poll(30, TimeUnit.SECONDS)).orElseThrow();
                }
                if (i >= 0) {
                    millis[i] = (Optional.ofNullable(published.get(host)).orElseThrow() - answered) / 1e6;
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    "from the API server's answer to frames, of %d Ingresses: mean %.2f ms, median %.2f, p99 %.2f, max %.2f%n",
                    MEASURED,
                    Arrays.stream(millis).average().orElse(0),
                    millis[MEASURED / 2],
                    millis[MEASURED * 99 / 100],
                    millis[MEASURED - 1]);
            assertThat(millis[MEASURED / 2]).as("half of them, in milliseconds").isLessThan(1000);
        }
    }

    private static String ingress(String host) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i-%s}
                spec:
                  ingressClassName: nginx
                  rules:
                  - host: %s
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
                """.formatted(host, host);
    }
}
