package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.cluster.traffic.Tally;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Rollouts under constant load cost nobody a request. */
@ClusterTest
@Order(10)
class RestartsTest {
    @Test
    void ofABackendFailNoRequest(Release release) {
        underLoad(release, shop -> release.cluster().restart(shop.namespace(), Shop.BACKEND));
    }

    @Test
    void ofTheProxiesFailNoRequest(Release release) {
        underLoad(release, shop -> release.cluster().restart(release.namespace(), release.proxy()));
    }

    @Test
    void ofTheOperatorFailNoRequest(Release release) {
        underLoad(release, shop -> release.cluster().restart(release.namespace(), release.operator()));
    }

    private static void underLoad(Release release, Consumer<Shop> restart) {
        try (Shop shop = Shop.open(release)) {
            restart.accept(shop);
            shop.traffic().goOn();
            shop.traffic().close();
            Tally tally = shop.traffic().tally();
            System.out.println(tally);
            assertThat(tally.told()).isEmpty();
            assertThat(tally.answers()).isGreaterThan(1000);
        }
    }
}
