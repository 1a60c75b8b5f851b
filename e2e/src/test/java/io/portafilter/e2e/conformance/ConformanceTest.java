package io.portafilter.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import io.portafilter.e2e.product.Present;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the whole suite once and reports each of its scenarios as a test. */
class ConformanceTest {
    private static final int SCENARIOS = 30;

    @TestFactory
    Stream<DynamicTest> theIngressApisOwnSuitePasses() {
        Path features = Path.of(System.getProperty("suites.dir", "../../shared/suites"), "ingress-conformance");
        Present.orSkip("the Ingress API's conformance suite", features);

        Scenarios scenarios = new Scenarios();
        LauncherFactory.create().execute(request(features), scenarios);
        DynamicTest count = dynamicTest(
                "exactly " + SCENARIOS + " scenarios were executed",
                () -> assertThat(scenarios.executed()).hasSize(SCENARIOS));
        return Stream.concat(Stream.of(count), scenarios.executed().stream().map(ConformanceTest::report));
    }

    private static LauncherDiscoveryRequest request(Path features) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(features.toFile()))
                .filters(includeEngines("cucumber"))
                .configurationParameter("cucumber.glue", ConformanceTest.class.getPackageName())
                .configurationParameter("cucumber.publish.quiet", "true")
                .build();
    }

    private static DynamicTest report(Scenarios.Executed scenario) {
        return dynamicTest(scenario.name(), () -> {
            if (scenario.failure().isPresent()) {
                throw scenario.failure().get();
            }
        });
    }
}
