package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.leader.World;
import io.portafilter.controller.watch.Clients;
import io.portafilter.operator.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two operators on one cluster publish the same, whatever each of them has seen. */
@Tag("api-server")
final class AgreementTest {
    private static final String CLASS = """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: k8s.io/ingress-nginx}
            """;

    private final ApiServer api = ApiServer.shared();
    private final String namespace = api.namespace();
    private final List<IngressOperator> open = new ArrayList<>();

    @BeforeEach
    void ingressClass() {
        api.apply(namespace, CLASS);
    }

    @AfterEach
    void close() {
        open.reversed().forEach(IngressOperator::close);
    }

    @Test
    void alsoAfterOneOfThemStartsAnewWhileAnIngressIsInvalid() throws Exception {
        IngressOperator first = operator("operator-1");
        await().atMost(Duration.ofSeconds(30)).until(() -> first.report().leader());
        IngressOperator second = operator("operator-2");
        api.apply(namespace, World.manifest("other"));
        api.apply(namespace, World.manifest("web"));
        patiently().untilAsserted(() -> assertThat(version(second)).isEqualTo(version(first)));
        patiently().untilAsserted(() -> assertThat(effects(first)).containsOnly("current"));

        api.apply(namespace, World.manifest("web", "nginx", "from-to-www-redirect: maybe"));
        patiently().untilAsserted(() -> assertThat(effects(first)).contains("last-good"));
        patiently().untilAsserted(() -> assertThat(stored()).isEqualTo(1));
        String published = version(first);

        open.remove(second);
        second.close();
        IngressOperator again = operator("operator-2");
        patiently().untilAsserted(() -> assertThat(version(again)).isEqualTo(published));
        assertThat(effects(again)).containsExactlyElementsOf(effects(first));

        open.remove(first);
        first.close();
        patiently().until(() -> again.report().leader());
        IngressOperator third = operator("operator-3");
        patiently().untilAsserted(() -> assertThat(version(third)).isEqualTo(published));
        assertThat(version(again)).isEqualTo(published);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static String version(IngressOperator operator) {
        return String.valueOf(operator.report().version());
    }

    private static List<String> effects(IngressOperator operator) {
        return operator.report().ingresses().stream()
                .map(Report.Ingress::effect)
                .toList();
    }

    private int stored() {
        return api.client()
                .configMaps()
                .inNamespace(namespace)
                .withLabel("portafilter.io/last-good", "true")
                .list()
                .getItems()
                .size();
    }

    private IngressOperator operator(String pod) throws Exception {
        OperatorOptions options = TestOptions.of(namespace, pod, Duration.ofSeconds(60));
        IngressOperator operator = new IngressOperator(options, Clients.of(api.config()), "1.2.3");
        open.add(operator);
        operator.start();
        await().atMost(Duration.ofSeconds(60)).until(operator::isReady);
        return operator;
    }
}
