package io.portafilter.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotTest {
    @Test
    void anEmptySnapshotHasNothing() {
        assertThat(Snapshot.empty().size()).isZero();
        assertThat(Snapshot.empty().all()).isEmpty();
        assertThat(Snapshot.empty().get(slice("a", "web").ref())).isEmpty();
        assertThat(Snapshot.empty().find(Index.SLICES_BY_SERVICE, "shop/web")).isEmpty();
    }

    @Test
    void changesApplyInTheirOrder() {
        ConfigMap old = map("a", "old");
        ConfigMap young = map("a", "young");
        assertThat(with(new Change.Put(old), new Change.Put(young)).get(old.ref()))
                .contains(young);
        assertThat(with(new Change.Put(old), new Change.Delete(old.ref())).size())
                .isZero();
        assertThat(with(new Change.Delete(old.ref()), new Change.Put(old)).get(old.ref()))
                .contains(old);
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        Snapshot snapshot = with(new Change.Put(map("a", "x")));
        assertThat(snapshot.with(List.of(new Change.Delete(map("b", "x").ref())))
                        .all())
                .containsExactly(map("a", "x"));
    }

    @Test
    void aSuccessorLeavesItsPredecessorAlone() {
        Snapshot before = with(new Change.Put(slice("a", "web")));
        Snapshot after = before.with(List.of(new Change.Put(slice("a", "api")), new Change.Put(slice("b", "web"))));
        assertThat(before.find(Index.SLICES_BY_SERVICE, "shop/web")).containsExactly(slice("a", "web"));
        assertThat(before.find(Index.SLICES_BY_SERVICE, "shop/api")).isEmpty();
        assertThat(after.find(Index.SLICES_BY_SERVICE, "shop/web")).containsExactly(slice("b", "web"));
        assertThat(after.find(Index.SLICES_BY_SERVICE, "shop/api")).containsExactly(slice("a", "api"));
    }

    @Test
    void objectsOfDifferentKindsMayShareAName() {
        LastGoodIngress lastGood = new LastGoodIngress(ingress("a"));
        Snapshot snapshot = with(new Change.Put(map("a", "x")), new Change.Put(ingress("a")), new Change.Put(lastGood));
        assertThat(snapshot.size()).isEqualTo(3);
        assertThat(snapshot.get(new Ref(Kind.LAST_GOOD_INGRESS, new Name("shop", "a"))))
                .contains(lastGood);
    }

    @Test
    void slicesAreFoundByTheirServiceSortedByName() {
        Snapshot snapshot = with(
                new Change.Put(slice("c", "web")),
                new Change.Put(slice("a", "web")),
                new Change.Put(slice("b", "api")),
                new Change.Put(map("web", "x")));
        assertThat(snapshot.find(Index.SLICES_BY_SERVICE, "shop/web"))
                .containsExactly(slice("a", "web"), slice("c", "web"));
    }

    @Test
    void aSliceWithoutTheLabelBelongsToNoService() {
        EndpointSlice nobodys = new EndpointSlice(meta("a", Map.of()), "IPv4", List.of(), List.of());
        assertThat(nobodys.service()).isEmpty();
        assertThat(Snapshot.indexEntries(nobodys)).isEmpty();
    }

    @Test
    void indexEntriesTellUnderWhatAnObjectIsFound() {
        assertThat(Snapshot.indexEntries(slice("a", "web")))
                .containsExactly(new IndexEntry("slices-by-service", "shop/web"));
        assertThat(Snapshot.indexEntries(map("a", "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stepByStepIsFromScratch(long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = Snapshot.empty();
        TreeMap<Ref, KubeObject> model = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            List<Change> changes = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                EndpointSlice slice = slice("s" + random.nextInt(8), "web-" + random.nextInt(3));
                if (random.nextInt(3) == 0) {
                    changes.add(new Change.Delete(slice.ref()));
                    model.remove(slice.ref());
                } else {
                    changes.add(new Change.Put(slice));
                    model.put(slice.ref(), slice);
                }
            }
            snapshot = snapshot.with(changes);
            assertThat(snapshot.all()).containsExactlyInAnyOrderElementsOf(model.values());
            for (int service = 0; service < 3; service++) {
                String key = "shop/web-" + service;
                List<KubeObject> expected = model.values().stream()
                        .filter(object ->
                                Snapshot.indexEntries(object).contains(new IndexEntry("slices-by-service", key)))
                        .toList();
                assertThat(new ArrayList<KubeObject>(snapshot.find(Index.SLICES_BY_SERVICE, key)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void recordsCannotBeChangedFromOutside() {
        TreeMap<String, String> labels = new TreeMap<>(Map.of("a", "b"));
        List<String> hosts = new ArrayList<>(List.of("a.example"));
        Meta meta = new Meta(new Name("shop", "a"), "", Instant.EPOCH, labels, new TreeMap<>());
        Ingress.Tls tls = new Ingress.Tls(hosts, Optional.empty());
        labels.clear();
        hosts.clear();
        assertThat(meta.labels()).containsEntry("a", "b");
        assertThat(tls.hosts()).containsExactly("a.example");
    }

    @Test
    void namesAndReferencesPrintAsPeopleWriteThem() {
        assertThat(map("a", "x").ref()).hasToString("ConfigMap shop/a");
        assertThat(new Ref(Kind.NODE, Name.clusterScoped("n"))).hasToString("Node n");
        assertThat(List.of(new Ingress.NamedPort("http"), new Ingress.NumberedPort(80)).stream()
                        .map(Object::toString))
                .containsExactly("http", "80");
    }

    @Test
    void referencesSortByKindNamespaceAndName() {
        List<Ref> sorted = List.of(
                new Ref(Kind.INGRESS, new Name("a", "b")),
                new Ref(Kind.INGRESS, new Name("b", "a")),
                new Ref(Kind.SERVICE, new Name("a", "a")),
                new Ref(Kind.SERVICE, new Name("a", "b")));
        List<Ref> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shuffled.stream().sorted()).isEqualTo(sorted);
    }

    @Test
    void findingsSortByObjectThenField() {
        Ref a = map("a", "x").ref();
        Ref b = map("b", "x").ref();
        List<Finding> sorted = List.of(
                new Finding("z", Severity.ERROR, a, "data[a]", "m"),
                new Finding("a", Severity.INFO, a, "data[b]", "m"),
                new Finding("b", Severity.INFO, a, "data[b]", "m"),
                new Finding("a", Severity.WARNING, b, "", "m"));
        List<Finding> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shuffled.stream().sorted()).isEqualTo(sorted);
    }

    @Test
    void aSecretPrintsAsStars() {
        SecretBytes bytes = SecretBytes.of("hunter2".getBytes(UTF_8));
        Secret secret = new Secret(meta("a", Map.of()), "Opaque", new TreeMap<>(Map.of("password", bytes)));
        assertThat(secret.toString()).contains("password=***").doesNotContain("hunter2");
        assertThat(new Change.Put(secret).toString()).doesNotContain("hunter2");
    }

    @Test
    void secretBytesCompareByContentAndCannotBeChanged() {
        byte[] source = "hunter2".getBytes(UTF_8);
        SecretBytes bytes = SecretBytes.of(source);
        source[0] = 'b';
        bytes.bytes()[0] = 'b';
        assertThat(bytes.text()).isEqualTo("hunter2");
        assertThat(bytes)
                .isEqualTo(SecretBytes.of("hunter2".getBytes(UTF_8)))
                .hasSameHashCodeAs(SecretBytes.of("hunter2".getBytes(UTF_8)))
                .isNotEqualTo(SecretBytes.of("hunter3".getBytes(UTF_8)));
    }

    @Test
    void everyKindOfObjectSaysItsKind() {
        Meta meta = meta("a", Map.of());
        Map<Kind, Class<?>> kinds = List.of(
                        ingress("a"),
                        new IngressClass(meta, "c"),
                        new Service(meta, Service.Type.CLUSTER_IP, List.of(), Optional.empty(), List.of()),
                        slice("a", "web"),
                        new Endpoints(meta, List.of()),
                        new Secret(meta, "Opaque", new TreeMap<>()),
                        map("a", "x"),
                        new Namespace(meta),
                        new Pod(meta, Optional.empty(), List.of(), false),
                        new Node(meta, List.of(), List.of()),
                        new LastGoodIngress(ingress("a")))
                .stream()
                .collect(Collectors.toMap(KubeObject::kind, KubeObject::getClass));
        assertThat(kinds.keySet()).containsExactlyInAnyOrder(Kind.values());
        kinds.forEach((kind, type) -> assertThat(type.getSimpleName()).isEqualTo(kind.label()));
    }

    private static Snapshot with(Change... changes) {
        return Snapshot.empty().with(List.of(changes));
    }

    private static EndpointSlice slice(String name, String service) {
        return new EndpointSlice(meta(name, Map.of(EndpointSlice.SERVICE_NAME, service)), "IPv4", List.of(), List.of());
    }

    private static ConfigMap map(String name, String value) {
        return new ConfigMap(meta(name, Map.of()), new TreeMap<>(Map.of("value", value)));
    }

    private static Ingress ingress(String name) {
        return new Ingress(meta(name, Map.of()), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private static Meta meta(String name, Map<String, String> labels) {
        return new Meta(new Name("shop", name), "", Instant.EPOCH, new TreeMap<>(labels), new TreeMap<>());
    }
}
