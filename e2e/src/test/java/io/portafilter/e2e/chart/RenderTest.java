package io.portafilter.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code NAME.values.yaml} of the resources has what the chart makes of it in {@code NAME.objects.yaml}. {@code
 * -Dgolden.update=true} writes the latter anew.
 */
@Tag("helm")
final class RenderTest {
    private static final Path CASES = Path.of("src/test/resources/io/portafilter/e2e/chart");
    private static final String VALUES = ".values.yaml";

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(VALUES))
                    .map(name -> name.substring(0, name.length() - VALUES.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesGiveTheseObjects(String name) throws IOException {
        Path objects = CASES.resolve(name + ".objects.yaml");
        Helm.Result result =
                Helm.template("--values", CASES.resolve(name + VALUES).toString());
        assertThat(result.code()).as(result.text()).isZero();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(objects, result.text());
        }
        assertThat(result.text()).isEqualTo(Files.readString(objects));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void helmFindsNoFaultWithIt(String name) {
        Helm.Result result = Helm.run(List.of(
                "lint",
                "--strict",
                Helm.CHART.toString(),
                "--values",
                CASES.resolve(name + VALUES).toString()));
        assertThat(result.code()).as(result.text()).isZero();
    }

    @Test
    void aReleaseOfAnotherNameHasItInFrontOfTheNames() {
        Helm.Result result = Helm.run(List.of("template", "blue", Helm.CHART.toString(), "--kube-version", "1.36.4"));
        assertThat(result.text())
                .contains("name: blue-ingress-nginx-controller\n")
                .contains("app.kubernetes.io/instance: blue\n")
                .doesNotContain("name: ingress-nginx-controller\n");
    }

    @Test
    void anOlderClusterGetsNoFieldThatItDoesNotKnow() {
        String values =
                "controller.service.trafficDistribution=PreferClose,controller.resizePolicy[0].resourceName=cpu";
        Helm.Result old = Helm.template("--set", values, "--kube-version", "1.30.0");
        assertThat(old.text()).doesNotContain("trafficDistribution").doesNotContain("resizePolicy");
        assertThat(Helm.template("--set", values).text())
                .contains("trafficDistribution: PreferClose")
                .contains("resizePolicy");
    }
}
