package io.portafilter.controller.network.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.network.apply.Applier.Order;
import io.portafilter.controller.network.apply.MortalClient.Moment;
import io.portafilter.controller.network.source.LiveCluster;
import io.portafilter.controller.network.source.SourceOptions;
import io.portafilter.controller.network.standin.KubeadmCluster;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.Rollout;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.rollout.Phase;
import io.portafilter.network.rollout.Steps;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator that is killed at any request of an apply: whoever comes after it brings the cluster to the old state or the new one. */
@Tag("api-server")
class CrashTest {
    private static final int MOST_REQUESTS = 300;

    private final ApiServer api = ApiServer.shared();
    private final Config config =
            new ConfigBuilder(api.config()).withRequestRetryBackoffLimit(0).build();
    private final Rollout how = RecordReader.read(Rollout.class, Map.of("probeTimeoutSeconds", 10), "")
            .value();
    private final KubeadmCluster cluster = KubeadmCluster.on(api);
    private final LiveCluster live = new LiveCluster(
            api.client(), new SourceOptions(cluster.namespace(), Collections.emptySortedSet()), () -> {});
    private Order order = new Order("", 0, false, List.of());

    @BeforeEach
    void plan() {
        live.start().join();
        NetworkSetupSpec spec = RecordReader.read(
                        NetworkSetupSpec.class,
                        Map.of(
                                "pods", Map.of("cidrs", List.of("10.244.0.0/16")),
                                "services",
                                        Map.of(
                                                "cidrs",
                                                List.of("10.0.0.0/24"),
                                                "additional",
                                                List.of(Map.of("name", "extra", "cidrs", List.of("10.77.0.0/24")))),
                                "cni", Map.of("provider", "Flannel"),
                                "kubeProxy", Map.of("mode", "NFTables"),
                                "dns", Map.of("upstreams", Map.of("servers", List.of("10.20.0.53")))),
                        "spec")
                .value();
        Observation seen = Observation.of(live.cluster());
        Plan plan = Planner.plan(seen, spec);
        assertThat(plan.refusals()).isEmpty();
        order = new Order(plan.hash(), 7, false, Steps.of(plan, seen, spec));
        assertThat(order.steps())
                .extracting(step -> step.object().toString())
                .containsExactly(
                        "ServiceCIDR extra",
                        "ConfigMap kube-system/coredns",
                        "ConfigMap kube-flannel/kube-flannel-cfg",
                        "DaemonSet kube-flannel/kube-flannel-ds",
                        "ConfigMap kube-system/kube-proxy",
                        "DaemonSet kube-system/kube-proxy");
    }

    @AfterEach
    void end() {
        live.close();
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void killedOnTheWayForwardItIsGoneOnWith(Moment moment) {
        int deaths = 0;
        for (int request = 1; request < MOST_REQUESTS; request++) {
            cluster.reset();
            boolean died = dies(request, moment);
            Phase phase = goOn();
            if (!died) {
                assertThat(phase).isEqualTo(Phase.APPLIED);
                assertThat(deaths).as("requests of an apply").isGreaterThan(30);
                return;
            }
            deaths++;
            String state = state();
            assertThat(state).as("killed at request " + request).isIn("old", "new");
            assertThat(phase).isEqualTo(state.equals("new") ? Phase.APPLIED : Phase.NONE);
            if (state.equals("new")) {
                assertThat(cluster.backups()).as("killed at request " + request).anySatisfy(backup -> {
                    assertThat(backup.getImmutable()).isTrue();
                    assertThat(backup.getData())
                            .containsEntry("2.before", order.steps().get(1).before());
                });
            }
        }
        throw new AssertionError("an apply needs more than " + MOST_REQUESTS + " requests");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void killedOnTheWayBackItIsGoneOnWith(Moment moment) {
        cluster.workloads().fail("kube-proxy");
        int deaths = 0;
        for (int request = 1; request < MOST_REQUESTS; request++) {
            cluster.reset();
            begin(api.client());
            KubeadmCluster.patiently().until(() -> {
                applier(api.client()).advance(applier(api.client()).journal(), seen(), how);
                return state().equals("new");
            });
            new Journals(api.client(), cluster.namespace())
                    .write(
                            applier(api.client()).journal(),
                            applier(api.client())
                                    .journal()
                                    .journal()
                                    .enter(Phase.RETURNING, "kube-proxy does not get ready", clock().instant()));
            boolean died = true;
            try (KubernetesClient mortal = MortalClient.dyingAt(config, request, moment)) {
                died = !runsToTheEnd(applier(mortal));
            }
            Phase phase = goOn();
            assertThat(phase).as("killed at request " + request).isEqualTo(Phase.ROLLED_BACK);
            assertThat(state()).as("killed at request " + request).isEqualTo("old");
            if (!died) {
                assertThat(deaths).as("requests of a way back").isGreaterThan(15);
                return;
            }
            deaths++;
        }
        throw new AssertionError("a way back needs more than " + MOST_REQUESTS + " requests");
    }

    private boolean dies(int request, Moment moment) {
        try (KubernetesClient mortal = MortalClient.dyingAt(config, request, moment)) {
            begin(mortal);
            return !runsToTheEnd(applier(mortal));
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void begin(KubernetesClient client) {
        Applier applier = applier(client);
        assertThat(applier.begin(applier.journal(), order)).isEmpty();
    }

    /** The next process: goes on until nothing is under way. */
    private Phase goOn() {
        assertThat(runsToTheEnd(applier(api.client()))).isTrue();
        return applier(api.client()).journal().journal().phase();
    }

    private boolean runsToTheEnd(Applier applier) {
        try {
            KubeadmCluster.patiently().until(() -> {
                Journals.Read read = applier.journal();
                return !read.journal().phase().isActive()
                        || applier.advance(read, seen(), how).isEmpty();
            });
            return true;
        } catch (MortalClient.Died | io.fabric8.kubernetes.client.KubernetesClientException e) {
            return false;
        }
    }

    private Applier applier(KubernetesClient client) {
        return new Applier(client, cluster.namespace(), clock());
    }

    private static InstantSource clock() {
        return InstantSource.system();
    }

    private Observation seen() {
        return Observation.of(live.cluster());
    }

    private String state() {
        LiveObjects objects = new LiveObjects(api.client());
        List<Optional<Standing>> standing =
                order.steps().stream().map(objects::read).toList();
        if (standing.stream().allMatch(now -> now.filter(Standing::isBefore).isPresent())) {
            return "old";
        }
        return standing.stream().allMatch(now -> now.filter(Standing::isAfter).isPresent()) ? "new" : "between";
    }
}
