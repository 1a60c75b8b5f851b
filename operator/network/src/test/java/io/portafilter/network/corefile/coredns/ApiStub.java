package io.portafilter.network.corefile.coredns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of a Kubernetes API as CoreDNS lists and watches: two Services, their slice, a pod, two namespaces; nothing ever changes. */
final class ApiStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ApiStub(HttpServer server) {
        this.server = server;
    }

    static ApiStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ApiStub stub = new ApiStub(server);
        server.setExecutor(stub.threads);
        server.createContext(
                "/api/v1/services",
                exchange -> stub.answer(
                        exchange,
                        "v1",
                        "Service",
                        List.of(service("default", "kubernetes", "10.96.0.1"), service("apps", "web", "10.96.7.7"))));
        server.createContext(
                "/api/v1/namespaces",
                exchange -> stub.answer(
                        exchange,
                        "v1",
                        "Namespace",
                        List.of("{\"metadata\":{\"name\":\"default\"}}", "{\"metadata\":{\"name\":\"apps\"}}")));
        server.createContext("/api/v1/pods", exchange -> stub.answer(exchange, "v1", "Pod", List.of("""
                {"metadata":{"name":"web-1","namespace":"apps"},
                 "status":{"phase":"Running","podIP":"10.244.2.5","podIPs":[{"ip":"10.244.2.5"}]}}""")));
        server.createContext(
                "/apis/discovery.k8s.io/v1/endpointslices",
                exchange -> stub.answer(exchange, "discovery.k8s.io/v1", "EndpointSlice", List.of("""
                {"metadata":{"name":"web-abc","namespace":"apps","labels":{"kubernetes.io/service-name":"web"}},
                 "addressType":"IPv4","ports":[{"name":"http","port":8080,"protocol":"TCP"}],
                 "endpoints":[{"addresses":["10.244.2.5"],"conditions":{"ready":true}}]}""")));
        server.start();
        return stub;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String service(String namespace, String name, String address) {
        return """
                {"metadata":{"name":"%s","namespace":"%s"},
                 "spec":{"type":"ClusterIP","clusterIP":"%s","clusterIPs":["%s"],
                         "ports":[{"name":"http","port":80,"protocol":"TCP"}]}}""".formatted(name, namespace, address, address);
    }

    private void answer(HttpExchange exchange, String version, String kind, List<String> items) throws IOException {
        String query = exchange.getRequestURI().getQuery() == null
                ? ""
                : exchange.getRequestURI().getQuery();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (query.contains("sendInitialEvents=true")) {
            send(exchange, 422, """
                    {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Invalid","code":422,
                     "message":"initial events are not served here"}""");
        } else if (query.contains("watch=true") || query.contains("watch=1")) {
            watch(exchange);
        } else {
            send(exchange, 200, """
                    {"kind":"%sList","apiVersion":"%s","metadata":{"resourceVersion":"7"},"items":[%s]}""".formatted(kind, version, String.join(",", items)));
        }
    }

    /** A watch on which nothing happens. */
    private void watch(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
