package io.portafilter.e2e.cluster.conformance;

import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Release;
import io.portafilter.e2e.conformance.Suite;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The suite on the cluster. */
@ClusterTest
class ConformanceOnClusterTest {
    @TestFactory
    Stream<DynamicTest> theIngressApisOwnSuitePasses(Release release) {
        release.address();
        return Suite.run(OnClusters.class);
    }
}
