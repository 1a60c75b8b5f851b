package io.portafilter.controller.lastgood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portafilter.compiler.IngressState.Effect;
import io.portafilter.controller.apiserver.ApiServer;
import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.leader.Leadership;
import io.portafilter.controller.leader.World;
import io.portafilter.controller.watch.KeptConfigMaps;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Last good texts on a real API server, stored by one replica and heard of by others. */
@Tag("api-server")
final class LastGoodTaskTest {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ApiServer api = ApiServer.shared();
    private final KubernetesClient client = api.client();
    private final List<Replica> replicas = new ArrayList<>();
    private Name lease = new Name("", "ingress-nginx-leader");

    @BeforeEach
    void namespace() {
        lease = new Name(api.namespace(), lease.name());
        api.apply(lease.namespace(), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: ingress-nginx-ca-bundle}
                """);
    }

    @AfterEach
    void end() {
        replicas.forEach(Replica::close);
    }

    @Test
    void theTextOfAnIngressThatBecomesInvalidIsStoredAndDeletedWhenItIsValidAgain() {
        Replica replica = replica(true);
        put(good("web"), good("other"));
        assertThat(stored()).isEmpty();

        put(bad("web"));

        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
        assertThat(stored().getFirst().getData().get("ingress.yaml")).contains("proxy-body-size");
        assertThat(stored().getFirst().getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getName()).isEqualTo("ingress-nginx-ca-bundle"));
        assertThat(replica.effect("web")).contains(Effect.LAST_GOOD);

        put(good("web"));

        patiently().untilAsserted(() -> assertThat(stored()).isEmpty());
    }

    @Test
    void aReplicaThatStartsNowServesWhatTheOthersServe() {
        Replica first = replica(true);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));

        Replica second = replica(false);

        assertThat(second.effect("web")).contains(Effect.LAST_GOOD);
        assertThat(second.world.view().version()).isEqualTo(first.world.view().version());
        assertThat(second.world.view().findings()).isEqualTo(first.world.view().findings());
    }

    @Test
    void theLeaderItselfComesBackToTheSame() {
        Replica first = replica(true);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
        String version = stored().getFirst().getMetadata().getResourceVersion();
        first.close();

        Replica again = replica(true);
        patiently().until(again.leadership::leads);

        assertThat(again.world.view().version()).isEqualTo(first.world.view().version());
        await().during(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(stored().getFirst().getMetadata().getResourceVersion())
                                .isEqualTo(version));
    }

    @Test
    void aNewLeaderStoresWhatTheOldOneCouldNot() {
        Replica follower = replica(false);
        put(good("web"));
        put(bad("web"));
        assertThat(stored()).isEmpty();

        follower.lead();

        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
    }

    @Test
    void aNewLeaderDeletesWhatNobodyNeeds() {
        Replica first = replica(true);
        put(good("web"), good("gone"));
        put(bad("web"), bad("gone"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(2));
        first.close();
        client.network()
                .v1()
                .ingresses()
                .inNamespace(lease.namespace())
                .withName("gone")
                .delete();
        put(good("web"));

        replica(true);

        patiently().untilAsserted(() -> assertThat(stored()).isEmpty());
    }

    @Test
    void aTextThatChangesBetweenTwoInvalidOnesIsTheOneThatIsStored() {
        Replica replica = replica(true);
        put(good("web"));
        put(bad("web"));
        put(manifest("web", "proxy-body-size: 9m"));
        put(bad("web"));

        patiently()
                .untilAsserted(() -> assertThat(stored())
                        .singleElement()
                        .satisfies(map ->
                                assertThat(map.getData().get("ingress.yaml")).contains("9m")));
        patiently().untilAsserted(() -> assertThat(replica.effect("web")).contains(Effect.LAST_GOOD));
    }

    @Test
    void anOlderTextThatComesLateIsWrittenOverByTheLeader() {
        Replica leader = replica(true);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
        ConfigMap older = stored().getFirst();
        put(manifest("web", "proxy-body-size: 9m"));
        KeptConfigMaps.Reader reader = leader.task.configMaps().reader();
        assertThat(reader.put(older)).as("while the newer is valid").isEmpty();
        put(bad("web"));
        patiently()
                .untilAsserted(() -> assertThat(stored().getFirst().getData().get("ingress.yaml"))
                        .contains("9m"));

        assertThat(reader.put(older)).as("while the newer is in effect").isEmpty();
        older.getMetadata().setResourceVersion(null);
        older.getMetadata().setManagedFields(null);
        client.resource(older).forceConflicts().serverSideApply();

        patiently()
                .untilAsserted(() -> assertThat(stored())
                        .singleElement()
                        .satisfies(map ->
                                assertThat(map.getData().get("ingress.yaml")).contains("9m")));
    }

    @Test
    void aConfigMapThatSomebodyDeletesTakesNoRouteWithItAndIsStoredAgain() {
        Replica leader = replica(true);
        Replica follower = replica(false);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
        String uid = stored().getFirst().getMetadata().getUid();
        patiently().until(() -> leader.heard() == 1 && follower.heard() == 1);

        client.resource(stored().getFirst()).delete();

        patiently()
                .untilAsserted(() -> assertThat(stored())
                        .singleElement()
                        .satisfies(map -> assertThat(map.getMetadata().getUid()).isNotEqualTo(uid)));
        assertThat(leader.effect("web")).contains(Effect.LAST_GOOD);
        assertThat(follower.effect("web")).contains(Effect.LAST_GOOD);
    }

    @Test
    void rubbishIsAFindingAndTheLeaderMakesItGood() {
        Replica replica = replica(true);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));
        patiently().until(() -> replica.heard() == 1);

        ConfigMap rubbish = stored().getFirst();
        rubbish.setData(Map.of("ingress.yaml", "]"));
        client.resource(rubbish).update();

        patiently()
                .untilAsserted(() -> assertThat(replica.task.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.id()).isEqualTo("last-good-unreadable")));
        assertThat(replica.effect("web")).contains(Effect.LAST_GOOD);

        replica.close();
        Replica next = replica(true);
        put(good("web"));

        patiently().untilAsserted(() -> assertThat(stored()).isEmpty());
        patiently().untilAsserted(() -> assertThat(next.task.findings()).isEmpty());
    }

    @Test
    void whatAnotherInstallationKeepsIsLeftAlone() {
        api.apply(lease.namespace(), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: internal-last-good-0123
                  labels: {portafilter.io/last-good: "true"}
                  annotations: {portafilter.io/ingress: shop/web}
                data: {ingress.yaml: rubbish}
                """);

        Replica replica = replica(true);
        put(good("web"));
        put(bad("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(2));
        put(good("web"));
        patiently().untilAsserted(() -> assertThat(stored()).hasSize(1));

        assertThat(replica.task.findings()).isEmpty();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static String good(String name) {
        return World.manifest(name);
    }

    private static String bad(String name) {
        return manifest(name, "from-to-www-redirect: maybe");
    }

    private static String manifest(String name, String annotation) {
        return World.manifest(name, "nginx", annotation);
    }

    private void put(String... manifests) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String manifest : manifests) {
            objects.addAll(api.apply(lease.namespace(), manifest));
        }
        replicas.stream().filter(replica -> replica.running).forEach(replica -> replica.world.put(objects));
    }

    private List<ConfigMap> stored() {
        return client.configMaps()
                .inNamespace(lease.namespace())
                .withLabel("portafilter.io/last-good")
                .list()
                .getItems();
    }

    private Replica replica(boolean leads) {
        Replica replica = new Replica("replica-" + replicas.size());
        replicas.add(replica);
        if (leads) {
            replica.lead();
        }
        return replica;
    }

    /** An operator, as far as last good texts go: informer, compile loop, election. */
    private final class Replica implements AutoCloseable {
        private final LastGoodTask task = new LastGoodTask(client, Installation.of(lease), GRACE);
        private final World world = new World(task);
        private final SharedIndexInformer<ConfigMap> informer;
        private final Leadership leadership;
        private boolean running = true;

        Replica(String identity) {
            leadership = Leadership.elected(
                    client,
                    new ElectionOptions(lease, Installation.of(lease), identity, Duration.ofSeconds(2)),
                    List.of(task),
                    new SimpleMeterRegistry());
            KeptConfigMaps kept = task.configMaps();
            informer = client.configMaps()
                    .inNamespace(kept.namespace())
                    .withLabelSelector(kept.labels())
                    .inform(new ResourceEventHandler<>() {
                        @Override
                        public void onAdd(ConfigMap map) {
                            accept(kept.reader().put(map));
                        }

                        @Override
                        public void onUpdate(ConfigMap before, ConfigMap map) {
                            accept(kept.reader().put(map));
                        }

                        @Override
                        public void onDelete(ConfigMap map, boolean unknown) {
                            accept(kept.reader().delete(LastGoodConfigMaps.nameOf(map)));
                        }
                    });
            world.put(client.network()
                    .v1()
                    .ingresses()
                    .inNamespace(lease.namespace())
                    .list()
                    .getItems());
        }

        private void accept(Collection<? extends Change> changes) {
            world.accept(List.copyOf(changes));
        }

        void lead() {
            leadership.start();
            patiently().until(leadership::leads);
        }

        int heard() {
            return informer.getStore().list().size();
        }

        Optional<Effect> effect(String ingress) {
            return Optional.ofNullable(world.view().ingresses().get(new Name(lease.namespace(), ingress)))
                    .map(state -> state.effect());
        }

        @Override
        public void close() {
            if (running) {
                running = false;
                leadership.close();
                informer.close();
                world.close();
            }
        }
    }
}
