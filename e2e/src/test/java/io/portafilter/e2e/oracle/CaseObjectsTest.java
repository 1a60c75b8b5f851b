package io.portafilter.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.product.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short forms of the recordings, written out. */
class CaseObjectsTest {
    private static final Places PLACES = new Places(1234, 4321);

    @Test
    void aServiceIsAPortAndASlice() {
        List<Map<String, Object>> objects = objects("services: {web: [a, dead]}");
        assertThat(objects).hasSize(2);
        assertThat(Yaml.dump(objects))
                .contains("kind: Service", "namespace: c-x", "name: http", "port: 80", "targetPort: 1234")
                .contains(
                        "kind: EndpointSlice",
                        "kubernetes.io/service-name: web",
                        "127.99.0.11",
                        "127.99.0.41",
                        "port: 1234");
    }

    @Test
    void aServiceCanHaveNoSliceOrAnEmptyOne() {
        assertThat(objects("services: {x: {port: 80}}")).hasSize(1);
        assertThat(Yaml.dump(objects("services: {x: []}"))).contains("endpoints: []");
    }

    @Test
    void anEndpointCanHaveConditionsAndTlsHasItsOwnPort() {
        String text = Yaml.dump(
                objects("services: {x: {to: [{id: tls, conditions: {ready: false}}], name: n, port: 81}, y: [tls]}"));
        assertThat(text).contains("ready: false", "port: 81", "name: n", "127.99.0.31", "port: 4321");
    }

    @Test
    void anIngressHasItsClassAnnotationsAndPaths() {
        String text = Yaml.dump(objects("""
                ingresses:
                - {name: i, host: h.test, annotations: {auth-url: "http://10.99.0.21:8080/x", other.io/y: 1},
                   paths: ["Exact /a -> web", "ImplementationSpecific  -> web:name"], tls: {crt: [h.test]}}
                - {name: j, host: h.test, class: null, paths: ["Prefix / -> web:81"]}
                order: true
                """));
        assertThat(text)
                .containsOnlyOnce("ingressClassName: nginx")
                .contains("nginx.ingress.kubernetes.io/auth-url: 'http://127.99.0.21:1234/x'", "other.io/y: '1'")
                .contains("path: /a", "pathType: Exact", "number: 80", "name: name", "number: 81", "secretName: crt")
                .contains("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z");
    }

    @Test
    void aCertificateStaysTheSameWhenOtherObjectsChange() {
        CaseObjects objects = new CaseObjects(Case.parse("x", "secrets: {crt: {tls: [h.test]}}"), PLACES);
        List<Map<String, Object>> before = objects.manifests();
        objects.apply(Yaml.load("secrets: {more: {data: {k: v}}}"));
        assertThat(objects.manifests()).startsWith(before.getFirst()).hasSize(2);
        assertThat(Yaml.dump(objects.manifests())).contains("type: kubernetes.io/tls", "type: Opaque", "k: dg==");
    }

    private static List<Map<String, Object>> objects(String text) {
        return new CaseObjects(Case.parse("x", text), PLACES).manifests();
    }
}
