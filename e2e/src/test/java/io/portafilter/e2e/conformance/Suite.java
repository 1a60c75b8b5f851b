package io.portafilter.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import io.portafilter.e2e.product.Present;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the whole suite once and reports each of its scenarios as a test. */
public final class Suite {
    private static final int SCENARIOS = 30;

    private Suite() {}

    /** The suite on sites of this sort. */
    public static Stream<DynamicTest> run(Class<? extends StepsOn> sites) {
        Path features = Path.of(System.getProperty("suites.dir", "../../shared/suites"), "ingress-conformance");
        Present.orSkip("the Ingress API's conformance suite", features);

        Scenarios scenarios = new Scenarios();
        LauncherFactory.create().execute(request(features, sites), scenarios);
        DynamicTest count = dynamicTest(
                "exactly " + SCENARIOS + " scenarios were executed",
                () -> assertThat(scenarios.executed()).hasSize(SCENARIOS));
        return Stream.concat(Stream.of(count), scenarios.executed().stream().map(Suite::report));
    }

    private static LauncherDiscoveryRequest request(Path features, Class<? extends StepsOn> sites) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(features.toFile()))
                .filters(includeEngines("cucumber"))
                .configurationParameter("cucumber.glue", Suite.class.getPackageName())
                .configurationParameter("cucumber.object-factory", sites.getName())
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
