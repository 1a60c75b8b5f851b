package io.portafilter.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot work are refused before anything is installed, with a sentence. */
@Tag("helm")
final class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            controller.replicaCount=two                  | '/controller/replicaCount': got string, want integer
            controller.kind=Both                         | '/controller/kind': value must be one of 'Deployment', 'DaemonSet'
            controller.service.type=Balancer             | '/controller/service/type': value must be one of
            controller.containerPort.http=70000          | '/controller/containerPort/http': maximum: got 70,000, want 65,535
            controller.extraArgs=--v=2                   | '/controller/extraArgs': got string, want object
            controller.tolerations=none                  | '/controller/tolerations': got string, want array
            controller.admissionWebhooks.failurePolicy=Warn | '/controller/admissionWebhooks/failurePolicy': value must be one of 'Fail', 'Ignore'
            controller.publishService.pathOverride=name  | '/controller/publishService/pathOverride': 'name' does not match pattern
            tcp.http=shop/web:80                         | '/tcp': additional properties 'http' not allowed
            operator.replicas=3                          | '/operator': additional properties 'replicas' not allowed
            networkSetup.mode=Enforce                    | '/networkSetup': additional properties 'mode' not allowed
            networkSetup.configMaps=coredns              | '/networkSetup/configMaps': got string, want array
            proxy.lowPorts=root                          | '/proxy/lowPorts': value must be one of
            proxy.state.path=/var                        | '/proxy/state': additional properties 'path' not allowed
            """)
    void aWrongTypeOrName(String value, String complaint) {
        Helm.Result result = Helm.template("--set", value);
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "controller.image.repository=registry.k8s.io/ingress-nginx/controller, names registry.k8s.io/ingress-nginx/controller",
        "controller.image.image=ingress-nginx/controller, names ingress-nginx/controller",
        "controller.image.repository=mirror.example.com/rancher/nginx-ingress-controller, an image of ingress-nginx",
        "controller.image.tag=v1.12.1, controller.image.tag is v1.12.1"
    })
    void anImageOfIngressNginxWouldNotUnderstandOurFlags(String value, String complaint) {
        Helm.Result result = Helm.template("--set", value);
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains(complaint).contains("remove").contains("from your values");
    }

    @Test
    void aCopyOfOurImageElsewhereIsFine() {
        Helm.Result result = Helm.template(
                "--set",
                "global.image.registry=mirror.example.com,controller.image.digest=sha256:12,operator.image.tag=v3");
        assertThat(result.code()).as(result.text()).isZero();
        assertThat(result.text())
                .contains("image: mirror.example.com/portafilter/ingress-proxy:0.1.0-SNAPSHOT@sha256:12\n")
                .contains("image: mirror.example.com/portafilter/operator:v3\n");
    }

    @Test
    void rightsInOneNamespaceAndAWatchOnAllContradictEachOther() {
        Helm.Result result = Helm.template("--set", "rbac.scope=true");
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("rbac.scope is true").contains("set both or none");
    }

    @Test
    void aNetworkThatIsNotLookedAtIsNotWritten() {
        Helm.Result result = Helm.template("--set", "networkSetup.write=true");
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("networkSetup.write is true").contains("set networkSetup.enabled, too");
    }

    @Test
    void rightsInOneNamespaceAndALookAtTheNetworkContradictEachOther() {
        Helm.Result result =
                Helm.template("--set", "networkSetup.enabled=true,rbac.scope=true,controller.scope.enabled=true");
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("networkSetup.enabled is true").contains("set one of them to false");
    }

    @Test
    void aDefaultBackendNeedsAnImage() {
        Helm.Result result = Helm.template("--set", "defaultBackend.enabled=true");
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("defaultBackend.image.repository");
    }

    @Test
    void anAccountThatIsNotCreatedNeedsAName() {
        Helm.Result result = Helm.template("--set", "proxy.serviceAccount.create=false");
        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("proxy.serviceAccount.name is empty");
    }
}
