package io.portafilter.controller.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.compiler.Compiler;
import io.portafilter.compiler.CompilerOptions;
import io.portafilter.controller.compile.CompileLoop;
import io.portafilter.controller.watch.WatchState;
import io.portafilter.controller.watch.WatchedResource;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorMetricsTest {
    private static final Path SHOP = Path.of(
            System.getProperty("project.dir", "../.."),
            "operator/compiler/src/test/resources/io/portafilter/compiler/golden/7-certificate.in.yaml");
    private static final String LABELS =
            "controller_class=\"k8s.io/ingress-nginx\",controller_namespace=\"ingress-nginx\",controller_pod=\"operator-0\"";

    private final OperatorMetrics metrics =
            new OperatorMetrics(new MetricLabels("ingress-nginx", "k8s.io/ingress-nginx", "operator-0"), "1.2.3");
    private final CompileLoop loop = new CompileLoop(() -> new Compiler(CompilerOptions.DEFAULT), List.of(metrics));

    @AfterEach
    void close() {
        loop.close();
        metrics.close();
    }

    @Test
    void beforeAnythingIsPublishedNothingIsSuccessful() {
        assertThat(metrics.scrape())
                .contains(
                        "nginx_ingress_controller_build_info{build=\"1.2.3\"," + LABELS
                                + ",release=\"1.2.3\",repository=\"portafilter\"} 1.0",
                        "nginx_ingress_controller_config_last_reload_successful{" + LABELS + "} 0.0",
                        "nginx_ingress_controller_success{" + LABELS + "} 0.0")
                .doesNotContain("orphan_ingress{");
    }

    @Test
    void whatIsPublishedCountsAndCertificatesHaveAnEnd() {
        start();

        assertThat(metrics.scrape())
                .contains(
                        "nginx_ingress_controller_config_last_reload_successful{" + LABELS + "} 1.0",
                        "nginx_ingress_controller_success{" + LABELS + "} 1.0",
                        "nginx_ingress_controller_errors{" + LABELS + "} 0.0")
                .containsPattern("ssl_expire_time_seconds\\{class=\"k8s.io/ingress-nginx\",host=\"h1.test\","
                        + "identifier=\"shop/c1-\\d+\",namespace=\"shop\",secret_name=\"c1\"} 4\\.\\d+E9")
                .containsPattern("ssl_certificate_info\\{.*issuer_common_name=\"h1.test\".*public_key_algorithm=\"EC\"")
                .doesNotContain("host=\"other.test\"");
    }

    @Test
    void aHostThatGoesTakesItsCertificateWithIt() {
        start();
        loop.accept(List.of(new Change.Delete(new Ref(Kind.INGRESS, new Name("shop", "web")))));
        settle();

        assertThat(metrics.scrape())
                .doesNotContain("ssl_expire_time_seconds{")
                .contains("nginx_ingress_controller_success{" + LABELS + "} 2.0");
    }

    @Test
    void anIngressWithoutItsServiceIsAnOrphan() {
        start();
        loop.accept(List.of(new Change.Delete(new Ref(Kind.ENDPOINT_SLICE, new Name("shop", "s1-1")))));
        settle();
        assertThat(metrics.scrape())
                .contains("nginx_ingress_controller_orphan_ingress{" + LABELS
                        + ",ingress=\"web\",namespace=\"shop\",type=\"no-endpoint\"} 1.0");

        loop.accept(List.of(new Change.Delete(new Ref(Kind.SERVICE, new Name("shop", "s1")))));
        settle();
        assertThat(metrics.scrape()).contains("type=\"no-service\"} 1.0").doesNotContain("type=\"no-endpoint\"");
    }

    @Test
    void aWatchThatIsNotConnectedHasAnAge() {
        metrics.watches(() -> List.of(new WatchState(
                new WatchedResource("services", "all namespaces"), false, Duration.ofMillis(1500), Optional.empty())));

        assertThat(metrics.scrape())
                .contains("portafilter_watch_age_seconds{" + LABELS
                        + ",resource=\"services\",where=\"all namespaces\"} 1.5");
    }

    private void start() {
        loop.start(new FolderReader(new Source.Files(SHOP), Optional.empty())
                .read()
                .changes());
        settle();
    }

    private void settle() {
        assertThat(loop.ask(_ -> true).join()).isTrue();
    }
}
