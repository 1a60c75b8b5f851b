package io.portafilter.e2e.live;

import io.portafilter.e2e.product.Manifests;
import java.util.List;
import java.util.Map;

/**
 * One host, one Service, one pod, as manifests; a change writes them anew with other values.
 *
 * @param path path of the Ingress's rule
 * @param port port of the Service, which the rule names
 * @param podPort where the pod listens
 */
record Shop(String path, int port, int podPort) {
    static final String HOST = "shop.test";

    List<Map<String, Object>> manifests(Map<String, String> annotations) {
        Map<String, Object> rule = Manifests.rule(HOST, "Prefix", path, "shop", port);
        Map<String, Object> spec = Map.of("ingressClassName", "nginx", "rules", List.of(rule));
        return List.of(
                Manifests.ingress("shop", "shop", annotations, spec),
                Manifests.service("shop", "shop", "http", port, podPort),
                Manifests.slice("shop", "shop-1", "shop", "http", podPort, List.of(Manifests.ready("127.0.0.1"))));
    }

    List<Map<String, Object>> manifests() {
        return manifests(Map.of());
    }
}
