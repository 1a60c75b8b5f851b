package io.portafilter.e2e.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.cluster.Cluster;
import io.portafilter.e2e.cluster.ClusterTest;
import io.portafilter.e2e.cluster.Place;
import io.portafilter.e2e.cluster.Release;
import io.portafilter.e2e.cluster.dns.DnsLoad;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The operator is killed after each of its writes of an apply, one apply after the other. Deaths in the middle of a request are tried
 * where one can place them, in the operator's own tests.
 */
@ClusterTest
@Order(56)
class KilledTest {
    private static final int MOST_WRITES = 12;
    private static final int A_TTL = 100;

    @Test
    void whoeverFollowsAKilledOperatorBringsThePlanToItsEnd(Release release) {
        Cluster cluster = release.cluster();
        cluster.mayBeHarmed();
        try (Configs configs = Configs.of(cluster);
                Place place = Place.in(cluster);
                Setup setup = Setup.adopted(cluster, "Enforce")) {
            setup.change(spec ->
                    spec.withObject("/dns").put("reloadIntervalSeconds", 2).put("reloadJitterSeconds", 1));
            setup.carryOut();
            DnsLoad load = DnsLoad.begin(place, List.of("kubernetes.default.svc.cluster.local", "client.example.test"));
            int write = 1;
            while (isKilledAt(release, write, configs, setup)) {
                write++;
                assertThat(write).as("an apply has few writes").isLessThan(MOST_WRITES);
            }
            assertThat(write)
                    .as("backup, journal, Corefile, journal; then the end")
                    .isGreaterThanOrEqualTo(4);
            cluster.awaitRollout(release.namespace(), release.operator());
            load.assertNothingLost();
            System.out.println("killed at each of " + (write - 1) + " writes of an apply: " + load.counts());
        }
    }

    private static boolean isKilledAt(Release release, int write, Configs configs, Setup setup) {
        String before = configs.corefile();
        int ttl = A_TTL + write;
        setup.change(spec -> spec.withObject("/dns").put("ttlSeconds", ttl));
        String hash = setup.planned();
        try (Killer killer = Killer.atWrite(release, write)) {
            setup.approve(hash);
            Status status = setup.await(seen -> seen.applied().equals(hash + " Applied"), hash + " to be applied");
            assertThat(configs.corefile()).contains("ttl " + ttl);
            String[] backup = status.backup().split("/", 2);
            assertThat(release.cluster()
                            .client()
                            .configMaps()
                            .inNamespace(backup[0])
                            .withName(backup[1])
                            .require()
                            .getData())
                    .containsEntry("1.before", before)
                    .containsEntry("1.after", configs.corefile());
            return killer.hasKilled();
        }
    }
}
