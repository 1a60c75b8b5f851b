package io.portafilter.snapshot.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.EndpointSlice;
import io.portafilter.snapshot.Endpoints;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.IngressClass;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Namespace;
import io.portafilter.snapshot.Node;
import io.portafilter.snapshot.Pod;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import io.portafilter.snapshot.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ManifestReaderTest {
    @Test
    void anIngressIsReadWithAllThatCounts() {
        assertThat(read("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: web
                  namespace: shop
                  uid: 0b7b9e6a
                  creationTimestamp: "2026-01-31T12:00:00Z"
                  resourceVersion: "7"
                  labels: {app: web}
                  annotations: {nginx.ingress.kubernetes.io/ssl-redirect: "false"}
                spec:
                  ingressClassName: nginx
                  defaultBackend: {resource: {apiGroup: x.example, kind: Bucket, name: pictures}}
                  tls:
                    - {hosts: [shop.example.com], secretName: tls}
                    - {}
                  rules:
                    - host: shop.example.com
                      http:
                        paths:
                          - {path: /exact, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
                          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
                          - {pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 81}}}}
                    - {}
                status: {loadBalancer: {}}
                """))
                .isEqualTo(new Ingress(
                        new Meta(
                                new Name("shop", "web"),
                                "0b7b9e6a",
                                Instant.parse("2026-01-31T12:00:00Z"),
                                new TreeMap<>(Map.of("app", "web")),
                                new TreeMap<>(Map.of("nginx.ingress.kubernetes.io/ssl-redirect", "false"))),
                        Optional.of("nginx"),
                        Optional.of(new Ingress.ResourceBackend("Bucket", "pictures")),
                        List.of(
                                new Ingress.Tls(List.of("shop.example.com"), Optional.of("tls")),
                                new Ingress.Tls(List.of(), Optional.empty())),
                        List.of(
                                new Ingress.Rule(
                                        "shop.example.com",
                                        List.of(
                                                path("/exact", Ingress.PathType.EXACT, new Ingress.NumberedPort(80)),
                                                path("/", Ingress.PathType.PREFIX, new Ingress.NamedPort("http")),
                                                path(
                                                        "",
                                                        Ingress.PathType.IMPLEMENTATION_SPECIFIC,
                                                        new Ingress.NumberedPort(81)))),
                                new Ingress.Rule("", List.of()))));
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        assertThat(read("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                """))
                .isEqualTo(new Ingress(
                        meta("default", "web"),
                        Optional.empty(),
                        Optional.of(new Ingress.ServiceBackend("web", new Ingress.NumberedPort(80))),
                        List.of(),
                        List.of()));
    }

    @Test
    void aServiceIsReadWithAllThatCounts() {
        assertThat(read("""
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec:
                  type: LoadBalancer
                  clusterIP: 10.96.0.1
                  clusterIPs: [10.96.0.1, "fd00::1"]
                  ports:
                    - {name: http, port: 80, targetPort: 8080, nodePort: 30080}
                    - {name: dns, protocol: UDP, port: 53, targetPort: dns}
                    - {port: 81}
                """))
                .isEqualTo(new Service(
                        meta("shop", "web"),
                        Service.Type.LOAD_BALANCER,
                        List.of("10.96.0.1", "fd00::1"),
                        Optional.empty(),
                        List.of(
                                new Service.Port("http", "TCP", 80, Optional.of(new Service.TargetNumber(8080))),
                                new Service.Port("dns", "UDP", 53, Optional.of(new Service.TargetName("dns"))),
                                new Service.Port("", "TCP", 81, Optional.empty()))));
    }

    @Test
    void headlessAndExternalServicesHaveNoClusterIp() {
        assertThat(read("""
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: None, clusterIPs: [None]}}"""))
                .isEqualTo(new Service(
                        meta("default", "web"), Service.Type.CLUSTER_IP, List.of(), Optional.empty(), List.of()));
        assertThat(read("""
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ExternalName, externalName: a.example}}"""))
                .isEqualTo(new Service(
                        meta("default", "web"),
                        Service.Type.EXTERNAL_NAME,
                        List.of(),
                        Optional.of("a.example"),
                        List.of()));
        assertThat(read("""
                {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: NodePort, clusterIP: 10.96.0.9}}"""))
                .isEqualTo(new Service(
                        meta("default", "web"),
                        Service.Type.NODE_PORT,
                        List.of("10.96.0.9"),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void anEndpointSliceIsReadWithAllThatCounts() {
        assertThat(read("""
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: web-x
                  namespace: shop
                  labels: {kubernetes.io/service-name: web}
                addressType: IPv6
                endpoints:
                  - {addresses: ["fd00::1", "fd00::2"], conditions: {ready: true, serving: true}, nodeName: a}
                  - {addresses: ["fd00::3"], conditions: {ready: false}}
                  - {addresses: ["fd00::4"], conditions: {}}
                  - {addresses: ["::ffff:10.0.0.1"]}
                ports:
                  - {name: http, protocol: TCP, port: 8080}
                  - {}
                """))
                .isEqualTo(new EndpointSlice(
                        new Meta(
                                new Name("shop", "web-x"),
                                "",
                                Instant.EPOCH,
                                new TreeMap<>(Map.of(EndpointSlice.SERVICE_NAME, "web")),
                                new TreeMap<>()),
                        "IPv6",
                        List.of(
                                new EndpointSlice.Endpoint(List.of("fd00::1", "fd00::2"), Optional.of(true)),
                                new EndpointSlice.Endpoint(List.of("fd00::3"), Optional.of(false)),
                                new EndpointSlice.Endpoint(List.of("fd00::4"), Optional.empty()),
                                new EndpointSlice.Endpoint(List.of("::ffff:10.0.0.1"), Optional.empty())),
                        List.of(
                                new EndpointSlice.Port("http", "TCP", Optional.of(8080)),
                                new EndpointSlice.Port("", "TCP", Optional.empty()))));
    }

    @Test
    void onlyReadyAddressesOfEndpointsAreRead() {
        assertThat(read("""
                apiVersion: v1
                kind: Endpoints
                metadata: {name: web}
                subsets:
                  - addresses: [{ip: 10.0.0.1, nodeName: a}, {ip: 10.0.0.2}]
                    notReadyAddresses: [{ip: 10.0.0.3}]
                    ports: [{name: http, port: 8080}]
                """))
                .isEqualTo(new Endpoints(
                        meta("default", "web"),
                        List.of(new Endpoints.Subset(
                                List.of("10.0.0.1", "10.0.0.2"),
                                List.of(new EndpointSlice.Port("http", "TCP", Optional.of(8080)))))));
    }

    @Test
    void stringDataOfASecretWinsOverData() {
        assertThat(read("""
                apiVersion: v1
                kind: Secret
                metadata: {name: tls}
                type: kubernetes.io/tls
                data:
                  tls.crt: Y2VydA==
                  tls.key: b2xk
                  empty:
                  wrapped: |
                    Y2Vy
                    dA==
                stringData: {tls.key: key}
                """))
                .isEqualTo(new Secret(
                        meta("default", "tls"),
                        "kubernetes.io/tls",
                        new TreeMap<>(Map.of(
                                "tls.crt", secret("cert"),
                                "tls.key", secret("key"),
                                "empty", secret(""),
                                "wrapped", secret("cert")))));
    }

    @Test
    void theOtherKindsAreReadWithAllThatCounts() {
        assertThat(
                        read(
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: x, b: }, binaryData: {z: AA==}}"))
                .isEqualTo(new ConfigMap(meta("default", "c"), new TreeMap<>(Map.of("a", "x", "b", ""))));
        assertThat(read("{apiVersion: v1, kind: Namespace, metadata: {name: shop, namespace: ignored}}"))
                .isEqualTo(new Namespace(meta("", "shop")));
        assertThat(read("""
                {apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: nginx},
                 spec: {controller: k8s.io/ingress-nginx}}""")).isEqualTo(new IngressClass(meta("", "nginx"), "k8s.io/ingress-nginx"));
        assertThat(read("""
                {apiVersion: v1, kind: Node, metadata: {name: n}, spec: {podCIDR: 10.0.0.0/24},
                 status: {addresses: [{type: InternalIP, address: 192.0.2.1}]}}"""))
                .isEqualTo(new Node(
                        meta("", "n"), List.of("10.0.0.0/24"), List.of(new Node.Address("InternalIP", "192.0.2.1"))));
        assertThat(read("""
                {apiVersion: v1, kind: Node, metadata: {name: n}, spec: {podCIDR: a, podCIDRs: [a, b]}}""")).isEqualTo(new Node(meta("", "n"), List.of("a", "b"), List.of()));
    }

    @Test
    void aPodIsReadyIfItsConditionSaysSo() {
        assertThat(read("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {nodeName: n},
                 status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}],
                          conditions: [{type: Initialized, status: "True"}, {type: Ready, status: "True"}]}}"""))
                .isEqualTo(new Pod(meta("default", "p"), Optional.of("n"), List.of("10.0.0.1", "fd00::1"), true));
        assertThat(read("""
                {apiVersion: v1, kind: Pod, metadata: {name: p},
                 status: {podIP: 10.0.0.1, conditions: [{type: Ready, status: "False"}]}}""")).isEqualTo(new Pod(meta("default", "p"), Optional.empty(), List.of("10.0.0.1"), false));
        assertThat(read("{apiVersion: v1, kind: Pod, metadata: {name: p}}"))
                .isEqualTo(new Pod(meta("default", "p"), Optional.empty(), List.of(), false));
    }

    @Test
    void fieldsThatDoNotCountMayBeAnything() {
        Manifest manifest = ManifestReader.read("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c, managedFields: [{a: 1}], finalizers: true}
                immutable: perhaps
                """);
        assertThat(manifest.problems()).isEmpty();
        assertThat(manifest.objects()).hasSize(1);
    }

    @Test
    void aDocumentMayHoldNothing() {
        assertThat(ManifestReader.read("")).isEqualTo(new Manifest(List.of(), List.of(), false));
        assertThat(ManifestReader.read("---\n# only a comment\n")).isEqualTo(new Manifest(List.of(), List.of(), false));
        assertThat(ManifestReader.read("null")).isEqualTo(new Manifest(List.of(), List.of(), false));
    }

    private static KubeObject read(String text) {
        Manifest manifest = ManifestReader.read(text);
        assertThat(manifest.problems()).isEmpty();
        assertThat(manifest.broken()).isFalse();
        assertThat(manifest.objects()).hasSize(1);
        return manifest.objects().getFirst().object();
    }

    private static Ingress.Path path(String path, Ingress.PathType type, Ingress.ServicePort port) {
        return new Ingress.Path(path, type, Optional.of(new Ingress.ServiceBackend("web", port)));
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.of(text.getBytes(UTF_8));
    }

    private static Meta meta(String namespace, String name) {
        return new Meta(new Name(namespace, name), "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>());
    }
}
