package io.portafilter.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.portafilter.e2e.backend.Backend;
import io.portafilter.e2e.product.Folder;
import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.product.Product;
import io.portafilter.e2e.product.Yaml;
import io.portafilter.e2e.wire.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code portafilter serve} on a folder: a pod is a server on a port of its own. */
final class FolderSite implements Site {
    private static final String CLASS = "conformance";
    private static final String FILE = "scenario.yaml";

    private final Path place;
    private final Folder folder;
    private final Product product;
    private final String namespace;
    private final Map<String, Map<String, Object>> objects = new TreeMap<>();
    private final List<Backend> pods = new ArrayList<>();
    private String ingress = "";

    private FolderSite(Path place, Folder folder, Product product, String namespace) {
        this.place = place;
        this.folder = folder;
        this.product = product;
        this.namespace = namespace;
    }

    /** Starts a product with nothing to serve. */
    static FolderSite open(String namespace) throws IOException {
        Path place = Files.createTempDirectory("conformance");
        Folder folder = Folder.in(place);
        folder.write(
                "controller.yaml",
                List.of(
                        Manifests.ingressClass(CLASS, "k8s.io/ingress-nginx"),
                        Manifests.configMap("conformance", "options", Map.of("server-tokens", "true"))));
        return new FolderSite(place, folder, Product.serve(folder, "--configmap=conformance/options"), namespace);
    }

    @Override
    public InetSocketAddress http() {
        return product.http();
    }

    @Override
    public InetSocketAddress https() {
        return product.https();
    }

    @Override
    public void certificate(String secret, String host) {
        put(Manifests.tlsSecret(namespace, secret, TestCertificate.rsa(List.of(host))));
    }

    @Override
    public void ingress(Map<String, Object> manifest) throws IOException {
        Map<String, Object> metadata = Yaml.map(manifest, "metadata");
        ingress = Yaml.text(metadata, "name").orElseThrow();
        Map<String, Object> spec = Yaml.map(manifest, "spec");
        for (IngressBackend backend : IngressBackend.all(spec)) {
            put(Manifests.service(
                    namespace,
                    backend.service(),
                    Map.of(
                            "ports",
                            List.of(Map.of("name", backend.portName(), "port", backend.port(), "targetPort", 3000)))));
            pods(backend, 1);
        }
        spec.putIfAbsent("ingressClassName", CLASS);
        put(Manifests.ingress(namespace, ingress, Map.of(), spec));
        publish();
    }

    @Override
    public void scale(String service, int count) throws IOException {
        pods(IngressBackend.named(service), count);
        publish();
    }

    private void pods(IngressBackend backend, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String pod = ingress + "-" + backend.service() + "-" + i;
            Backend server = Backend.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new Echo(namespace, ingress, backend.service(), pod));
            pods.add(server);
            put(Manifests.slice(
                    namespace,
                    pod,
                    backend.service(),
                    backend.portName(),
                    server.address().getPort(),
                    List.of(Manifests.ready("127.0.0.1"))));
        }
    }

    private void publish() throws IOException {
        product.change(folder, FILE, List.copyOf(objects.values()));
    }

    @Override
    public Optional<String> exposed() throws IOException {
        for (JsonNode each : product.status().get("ingresses")) {
            if (each.get("namespace").asText().equals(namespace)
                    && each.get("name").asText().equals(ingress)) {
                return Optional.ofNullable(each.at("/loadBalancer/ingress/0/ip").textValue());
            }
        }
        return Optional.empty();
    }

    /** A change is live when it returns, so nothing is still to come. */
    @Override
    public Optional<String> finallyExposed() throws IOException {
        return exposed();
    }

    private void put(Map<String, Object> object) {
        String name = Yaml.text(Yaml.map(object, "metadata"), "name").orElseThrow();
        objects.put(object.get("kind") + " " + name, new LinkedHashMap<>(object));
    }

    @Override
    public void close() throws IOException {
        product.close();
        for (Backend pod : pods) {
            pod.close();
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
