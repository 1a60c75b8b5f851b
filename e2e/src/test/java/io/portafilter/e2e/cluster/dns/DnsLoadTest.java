package io.portafilter.e2e.cluster.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the counts of the load can be trusted. */
@ClusterTest
class DnsLoadTest {
    @Test
    void namesThatAreThereAreAnsweredAndNoneIsLost(Release release) {
        try (Place place = Place.in(release.cluster())) {
            DnsLoad load = DnsLoad.begin(place, List.of("kubernetes.default.svc.cluster.local", "client.example.test"));
            load.assertNothingLost();
            assertThat(load.ask("kubernetes.default.svc.cluster.local", "A").code())
                    .isEqualTo("NOERROR");
            assertThat(load.ask("nobody.default.svc.cluster.local", "A")).isEqualTo(new Reply("NXDOMAIN", List.of()));
            load.awaitAddresses("upstream.example.test", "10.89.0.1");
        }
    }

    @Test
    void aNameThatIsNotThereIsLostAndTold(Release release) {
        try (Place place = Place.in(release.cluster())) {
            DnsLoad load = DnsLoad.begin(
                    place, List.of("kubernetes.default.svc.cluster.local", "nobody.default.svc.cluster.local"));
            assertThatThrownBy(load::assertNothingLost).isInstanceOf(AssertionError.class);
            assertThat(load.counts().problems()).first().asString().contains("nobody", "NXDOMAIN");
        }
    }
}
