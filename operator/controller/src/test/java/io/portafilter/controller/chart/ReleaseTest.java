package io.portafilter.controller.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.apiserver.ApiServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A release of the chart, installed, upgraded and uninstalled by helm. */
@Tag("api-server")
@Tag("helm")
final class ReleaseTest {
    private final KubernetesClient client = ApiServer.shared().client();
    private final Tools tools = new Tools(ApiServer.shared());
    private final String namespace = ApiServer.shared().namespace();

    /** Other tests make one of that name, which no release owns. */
    @BeforeEach
    void removeIngressClass() {
        client.network().v1().ingressClasses().withName("nginx").delete();
    }

    @AfterEach
    void end() {
        try {
            tools.helm("uninstall", "ingress-nginx", "--namespace", namespace, "--ignore-not-found");
        } finally {
            tools.close();
        }
    }

    @Test
    void namesAreThoseThatUsersOfIngressNginxKnow() {
        tools.release("install", namespace);
        assertThat(client.apps().deployments().inNamespace(namespace).list().getItems())
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrder("ingress-nginx-controller", "ingress-nginx-operator");
        assertThat(client.services()
                        .inNamespace(namespace)
                        .withLabel("app.kubernetes.io/component", "controller")
                        .withLabel("app.kubernetes.io/name", "ingress-nginx")
                        .list()
                        .getItems())
                .extracting(service -> service.getMetadata().getName())
                .containsExactlyInAnyOrder("ingress-nginx-controller", "ingress-nginx-controller-admission");
        assertThat(client.network()
                        .v1()
                        .ingressClasses()
                        .withName("nginx")
                        .get()
                        .getSpec()
                        .getController())
                .isEqualTo("k8s.io/ingress-nginx");
    }

    @Test
    void whatTheOperatorWroteIntoTheChartsObjectsOutlivesAnUpgrade() {
        tools.release("install", namespace);
        client.secrets().inNamespace(namespace).withName("ingress-nginx-ca").edit(secret -> {
            secret.setData(Map.of("tls.key", "a2V5"));
            return secret;
        });
        client.configMaps()
                .inNamespace(namespace)
                .withName("ingress-nginx-ca-bundle")
                .edit(bundle -> {
                    bundle.setData(Map.of("ca.crt", "certificates"));
                    return bundle;
                });
        webhook().edit(webhook -> {
            webhook.getWebhooks().getFirst().getClientConfig().setCaBundle("Y2VydGlmaWNhdGVz");
            return webhook;
        });
        tools.release("upgrade", namespace, "--set", "controller.replicaCount=3,commonLabels.colour=blue");
        Secret secret = client.secrets()
                .inNamespace(namespace)
                .withName("ingress-nginx-ca")
                .get();
        assertThat(secret.getData()).containsEntry("tls.key", "a2V5");
        assertThat(secret.getMetadata().getLabels()).containsEntry("colour", "blue");
        assertThat(client.configMaps()
                        .inNamespace(namespace)
                        .withName("ingress-nginx-ca-bundle")
                        .get()
                        .getData())
                .containsEntry("ca.crt", "certificates");
        assertThat(webhook().get().getWebhooks().getFirst().getClientConfig().getCaBundle())
                .isEqualTo("Y2VydGlmaWNhdGVz");
    }

    @Test
    void nothingIsLeftWhenItIsUninstalled() {
        tools.release("install", namespace, "--values", Tools.values("tcp-udp"));
        assertThat(ofTheRelease()).hasSizeGreaterThan(15);
        tools.helm("uninstall", "ingress-nginx", "--namespace", namespace);
        assertThat(ofTheRelease()).isEmpty();
    }

    @Test
    void theNotesNameValuesThatMeanNothing() {
        String notes = tools.release(
                "install",
                namespace,
                "--values",
                Tools.values("real-world"),
                "--set",
                "controller.metrics.serviceMonitor.enabled=false,controler.kind=DaemonSet,controller.service.extrenalTrafficPolicy=Local");
        assertThat(notes)
                .contains("Your values have keys of ingress-nginx that mean nothing here:")
                .contains("\n  controller.enableMimalloc: a replacement for nginx's malloc\n")
                .contains("\n  controller.image.chroot: there is no nginx to lock up")
                .contains("\n  controller.admissionWebhooks.patch: of Jobs that are not there")
                .contains("are they misspelt?\n  controler\n  controller.service.extrenalTrafficPolicy\n")
                .contains("the hook /wait-shutdown is left out")
                .contains("controller.allowSnippetAnnotations has no effect");
    }

    @Test
    void theNotesOfAPlainInstallationComplainOfNothing() {
        assertThat(tools.release("install", namespace))
                .contains("kubectl get service --namespace " + namespace + " ingress-nginx-controller")
                .doesNotContain("mean nothing")
                .doesNotContain("misspelt")
                .doesNotContain("left out")
                .doesNotContain("as root");
    }

    @Test
    void aProxysAccountMayDoNothing() {
        tools.release("install", namespace);
        for (String verb : List.of("get", "list", "watch", "create", "update", "patch", "delete")) {
            for (String resource :
                    List.of("secrets", "configmaps", "services", "pods", "endpoints", "nodes", "namespaces")) {
                assertThat(may("ingress-nginx-proxy", verb, "", resource, namespace, ""))
                        .isFalse();
            }
        }
    }

    @Test
    void theOperatorMayReadWhatItCompilesAndWriteOnlyItsOwn() {
        tools.release("install", namespace);
        String operator = "ingress-nginx";
        assertThat(may(operator, "watch", "networking.k8s.io", "ingresses", "shop", ""))
                .isTrue();
        assertThat(may(operator, "get", "", "secrets", "shop", "certificate")).isTrue();
        assertThat(may(operator, "patch", "networking.k8s.io", "ingresses/status", "shop", "shop"))
                .isTrue();
        assertThat(may(operator, "create", "authentication.k8s.io", "tokenreviews", "", ""))
                .isTrue();
        assertThat(may(operator, "update", "", "secrets", namespace, "ingress-nginx-ca"))
                .isTrue();
        assertThat(may(
                        operator,
                        "patch",
                        "admissionregistration.k8s.io",
                        "validatingwebhookconfigurations",
                        "",
                        "ingress-nginx-admission"))
                .isTrue();

        assertThat(may(operator, "patch", "networking.k8s.io", "ingresses", "shop", "shop"))
                .isFalse();
        assertThat(may(operator, "create", "", "secrets", namespace, "")).isFalse();
        assertThat(may(operator, "update", "", "secrets", namespace, "other")).isFalse();
        assertThat(may(operator, "get", "", "configmaps", "shop", "settings")).isFalse();
        assertThat(may(operator, "list", "", "pods", "shop", "")).isFalse();
        assertThat(may(operator, "list", "", "namespaces", "", "")).isFalse();
        assertThat(may(operator, "list", "", "nodes", "", "")).isFalse();
        assertThat(may(
                        operator,
                        "patch",
                        "admissionregistration.k8s.io",
                        "validatingwebhookconfigurations",
                        "",
                        "other"))
                .isFalse();
        assertThat(may(operator, "create", "", "serviceaccounts/token", namespace, ""))
                .isFalse();
    }

    @Test
    void inAScopeTheOperatorMayReadThatNamespaceAndNoOther() {
        String scope = ApiServer.shared().namespace();
        tools.release(
                "install",
                namespace,
                "--set",
                "rbac.scope=true,controller.scope.enabled=true,controller.scope.namespace=" + scope);
        String operator = "ingress-nginx";
        assertThat(may(operator, "watch", "networking.k8s.io", "ingresses", scope, ""))
                .isTrue();
        assertThat(may(operator, "get", "", "secrets", scope, "certificate")).isTrue();
        assertThat(may(operator, "patch", "networking.k8s.io", "ingresses/status", scope, "shop"))
                .isTrue();
        assertThat(may(operator, "create", "authentication.k8s.io", "tokenreviews", "", ""))
                .isTrue();

        assertThat(may(operator, "watch", "networking.k8s.io", "ingresses", "", ""))
                .isFalse();
        assertThat(may(operator, "get", "", "secrets", "shop", "certificate")).isFalse();
        assertThat(may(operator, "watch", "networking.k8s.io", "ingressclasses", "", ""))
                .isTrue();
    }

    private io.fabric8.kubernetes.client.dsl.Resource<
                    io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration>
            webhook() {
        return client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("ingress-nginx-admission");
    }

    private Stream<String> ofTheRelease() {
        String label = "app.kubernetes.io/instance";
        String release = "ingress-nginx";
        Stream<? extends List<? extends HasMetadata>> lists = Stream.of(
                client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.services()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.configMaps()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.secrets()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.serviceAccounts()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.policy()
                        .v1()
                        .podDisruptionBudget()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.rbac()
                        .roles()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.rbac()
                        .roleBindings()
                        .inNamespace(namespace)
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.rbac().clusterRoles().withLabel(label, release).list().getItems(),
                client.rbac()
                        .clusterRoleBindings()
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.network()
                        .v1()
                        .ingressClasses()
                        .withLabel(label, release)
                        .list()
                        .getItems(),
                client.admissionRegistration()
                        .v1()
                        .validatingWebhookConfigurations()
                        .withLabel(label, release)
                        .list()
                        .getItems());
        return lists.flatMap(List::stream)
                .map(object -> object.getKind() + " " + object.getMetadata().getName());
    }

    private boolean may(String account, String verb, String group, String resource, String where, String name) {
        String[] parts = resource.split("/", 2);
        return client.resource(new SubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withUser("system:serviceaccount:" + namespace + ":" + account)
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withGroup(group)
                        .withResource(parts[0])
                        .withSubresource(parts.length == 2 ? parts[1] : "")
                        .withNamespace(where)
                        .withName(name)
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .create()
                .getStatus()
                .getAllowed();
    }
}
