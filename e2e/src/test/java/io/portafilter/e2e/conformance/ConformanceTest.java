package io.portafilter.e2e.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The suite on {@code portafilter serve}. */
class ConformanceTest {
    @TestFactory
    Stream<DynamicTest> theIngressApisOwnSuitePasses() {
        return Suite.run(OnFolders.class);
    }
}
