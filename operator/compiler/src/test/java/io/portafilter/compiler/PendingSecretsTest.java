package io.portafilter.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Key;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.VirtualHost;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.LastGoodIngress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.PendingSecret;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A Secret that exists but whose contents are not here yet: what depends on it stays as it was, and nothing else notices. */
final class PendingSecretsTest {
    private static final int STEPS = Thorough.times(1_000, 5_000);

    private final Compiler compiler = new Compiler(CompilerOptions.DEFAULT);
    private Snapshot snapshot = Snapshot.empty();

    @Test
    void aNewHostWaitsForItsSecretAndItsNeighbourDoesNot() {
        step(nginx(), put(web("c1")), put(Kube.service("s1")), pending("c1"), put(other()));
        assertThat(hosts()).containsExactly("_", "h2.test");
        assertThat(compiler.pending()).containsExactly(Kube.name("c1"));

        Compilation arrived = step(put(Kube.tlsSecret("c1", "h1")));
        assertThat(arrived.puts())
                .extracting(object -> object.key().toString())
                .containsExactly("VirtualHost/ingress/h1.test", "Identity/shop/c1");
        assertThat(compiler.pending()).isEmpty();
        assertThat(identity("h1.test")).contains("Identity/shop/c1");
    }

    @Test
    void aSecretThatTurnsOutToBeAbsentMeansTheDefaultCertificate() {
        step(nginx(), put(web("c1")), pending("c1"));
        assertThat(findingIds()).doesNotContain("secret-unusable");
        step(gone("c1"));
        assertThat(hosts()).contains("h1.test");
        assertThat(identity("h1.test")).isEmpty();
        assertThat(findingIds()).contains("secret-unusable");
    }

    @Test
    void aHostThatIsServedStaysAsItIsWhileItsSecretIsReadAgain() {
        step(nginx(), put(web("c1")), put(Kube.tlsSecret("c1", "h1")));
        SortedMap<Key, Published> before = compiler.objects();
        Compilation waiting = step(pending("c1"));
        assertThat(waiting.puts()).isEmpty();
        assertThat(waiting.deletes()).isEmpty();
        assertThat(compiler.objects()).isEqualTo(before);

        Compilation renewed = step(put(Kube.tlsSecret("c1", "h1-renewed")));
        assertThat(renewed.puts()).extracting(object -> object.key().toString()).containsExactly("Identity/shop/c1");
    }

    @Test
    void aHostThatIsServedKeepsWhatItRefersToUntilItsNewSecretIsHere() {
        step(
                nginx(),
                put(Kube.ingress("web")
                        .prefix("h1.test", "/a", "s1")
                        .tls("c1", "h1.test")
                        .build()),
                put(Kube.tlsSecret("c1", "h1")));
        SortedMap<Key, Published> before = compiler.objects();
        step(
                pending("c2"),
                put(Kube.ingress("web")
                        .prefix("h1.test", "/b", "s2")
                        .tls("c2", "h1.test")
                        .build()));
        assertThat(compiler.objects())
                .as("the old route, its cluster and its certificate")
                .containsAllEntriesOf(before);
        assertClosed(compiler);
        step(gone("c1"));
        assertThat(compiler.objects()).containsAllEntriesOf(before);

        Compilation arrived = step(put(Kube.tlsSecret("c2", "h1-renewed")));
        assertThat(arrived.deletes())
                .extracting(Key::toString)
                .containsExactly(
                        "Route/ingress/h1.test/Prefix:/a",
                        "Cluster/shop/s1/80",
                        "Endpoints/shop/s1/80",
                        "Identity/shop/c1");
        assertThat(identity("h1.test")).contains("Identity/shop/c2");
        assertClosed(compiler);
    }

    @Test
    void anIngressThatIsDeletedGoesAtOnce() {
        step(nginx(), put(web("c1")), put(Kube.tlsSecret("c1", "h1")));
        step(pending("c1"));
        step(new Change.Delete(new Ref(Kind.INGRESS, Kube.name("web"))));
        assertThat(hosts()).containsExactly("_");
        assertThat(compiler.pending()).isEmpty();
        assertThat(compiler.secrets()).isEmpty();
    }

    @Test
    void theListenerWaitsForTheDefaultCertificate() {
        CompilerOptions defaults = CompilerOptions.DEFAULT;
        Compiler withDefault = new Compiler(new CompilerOptions(
                defaults.classes(),
                defaults.annotationsPrefix(),
                defaults.validateAnnotations(),
                defaults.configMap(),
                defaults.defaultBackendService(),
                Optional.of(Kube.name("c1")),
                defaults.catchAll(),
                true,
                defaults.externalNames()));
        List<Change> first = List.of(pending("c1"));
        withDefault.compile(Snapshot.empty().with(first), first);
        assertThat(withDefault.objects().keySet()).extracting(Key::toString).doesNotContain("Listener/https");
        assertThat(withDefault.pending()).containsExactly(Kube.name("c1"));

        List<Change> second = List.of(put(Kube.tlsSecret("c1", "h1")));
        withDefault.compile(Snapshot.empty().with(second), second);
        assertThat(withDefault.objects().keySet()).extracting(Key::toString).contains("Listener/https");
        assertThat(withDefault.pending()).isEmpty();
    }

    @Test
    void theSecretsThatAreReadAreToldAndNoOthers() {
        assertThat(step(nginx(), pending("c1"), pending("c2"), put(web("c1")))
                        .secrets()
                        .came())
                .containsExactly(Kube.name("c1"));
        Compilation moved = step(put(web("c3")));
        assertThat(moved.secrets().came()).as("absent, and so read").containsExactly(Kube.name("c3"));
        assertThat(moved.secrets().went()).containsExactly(Kube.name("c1"));
        assertThat(compiler.secrets()).containsExactly(Kube.name("c3"));
        assertThat(compiler.pending()).isEmpty();
        assertThat(step(pending("c3")).secrets().isEmpty()).isTrue();
        assertThat(compiler.pending()).containsExactly(Kube.name("c3"));
    }

    @Test
    void waitingChangesNothingButTheTimeAndTheEndIsTheSame() {
        Random random = new Random(20_270_301);
        RandomEdits edits = new RandomEdits(4);
        Compiler reference = new Compiler(CompilerOptions.DEFAULT);
        Snapshot all = Snapshot.empty();
        Publisher published = new Publisher();
        TreeSet<Name> outstanding = new TreeSet<>();
        int agreed = 0;
        int waited = 0;
        for (int i = 0; i < STEPS; i++) {
            Change edit = edits.next(all);
            all = reference.compile(all.with(List.of(edit)), List.of(edit)).snapshot();
            List<Change> seen = new ArrayList<>();
            if (edit.ref().kind() == Kind.SECRET) {
                boolean late = edit instanceof Change.Put && random.nextInt(4) != 0;
                seen.add(late ? pending(edit.ref().name().name()) : edit);
                if (late) {
                    outstanding.add(edit.ref().name());
                } else {
                    outstanding.remove(edit.ref().name());
                }
            } else {
                seen.add(edit);
            }
            Name again = Kube.name("c" + (1 + random.nextInt(3)));
            if (random.nextInt(3) == 0 && all.get(new Ref(Kind.SECRET, again)).isPresent()) {
                seen.add(pending(again.name()));
                outstanding.add(again);
            }
            for (Name name : List.copyOf(outstanding)) {
                if (random.nextInt(6) == 0) {
                    Ref ref = new Ref(Kind.SECRET, name);
                    seen.add(all.get(ref).<Change>map(Change.Put::new).orElseGet(() -> new Change.Delete(ref)));
                    outstanding.remove(name);
                }
            }
            TreeSet<Finding> findings = new TreeSet<>(compiler.findings());
            SortedMap<Key, Published> before = compiler.objects();
            Compilation step = step(seen.toArray(Change[]::new));
            published.publish(step.puts(), step.deletes());
            String what = "step " + i + ": " + seen;
            assertClosed(compiler);
            if (seen.stream().allMatch(change -> isPending(change))) {
                assertThat(compiler.objects()).as(what).isEqualTo(before);
                assertThat(compiler.findings()).as(what).isEqualTo(findings);
            }
            assertThat(compiler.secrets()).as(what).containsAll(compiler.pending());
            if (compiler.pending().isEmpty()) {
                agreed++;
                assertThat(compiler.objects()).as(what).isEqualTo(reference.objects());
                assertThat(compiler.findings()).as(what).isEqualTo(reference.findings());
                assertThat(compiler.ingresses()).as(what).isEqualTo(reference.ingresses());
                assertThat(compiler.secrets()).as(what).isEqualTo(reference.secrets());
                Publisher scratch = new Publisher();
                scratch.publish(reference.objects().values(), List.of());
                assertThat(published.version()).as(what).isEqualTo(scratch.version());
            } else {
                waited++;
                assertOnlyHostsThatWaitDiffer(what, reference.objects());
            }
        }
        assertThat(agreed).isGreaterThan(STEPS / 5);
        assertThat(waited).isGreaterThan(STEPS / 17);
    }

    private static boolean isPending(Change change) {
        return change instanceof Change.Put(KubeObject object) && object instanceof PendingSecret;
    }

    /** Hosts that name no pending Secret, now or in what is published, are as they would be had nobody to wait. */
    private void assertOnlyHostsThatWaitDiffer(String what, SortedMap<Key, Published> reference) {
        TreeSet<String> waiting = new TreeSet<>();
        snapshot.all()
                .filter(object -> object.kind() == Kind.INGRESS || object.kind() == Kind.LAST_GOOD_INGRESS)
                .map(PendingSecretsTest::ingress)
                .filter(ingress -> ingress.tls().stream()
                        .flatMap(tls -> tls.secretName().stream())
                        .anyMatch(secret -> compiler.pending().contains(Kube.name(secret))))
                .flatMap(ingress -> ingress.rules().stream())
                .map(rule -> rule.host().toLowerCase(Locale.ROOT))
                .forEach(host ->
                        waiting.addAll(List.of(host.isEmpty() ? "_" : host, "www." + host, host.replace("www.", ""))));
        SortedMap<Key, Published> mine = compiler.objects();
        for (Published object : reference.values()) {
            if (object instanceof VirtualHost host && !waiting.contains(host.host())) {
                assertThat(mine.get(host.key())).as(what).isEqualTo(host);
                host.references().stream()
                        .filter(key -> key.kind() != io.portafilter.contract.Kind.IDENTITY)
                        .forEach(key -> assertThat(mine.get(key)).as(what).isEqualTo(reference.get(key)));
            }
        }
        mine.values().stream()
                .filter(object -> object instanceof VirtualHost host && !waiting.contains(host.host()))
                .forEach(object -> assertThat(reference).as(what).containsKey(object.key()));
    }

    private static Ingress ingress(KubeObject object) {
        return object instanceof LastGoodIngress(var ingress) ? ingress : (Ingress) object;
    }

    static void assertClosed(Compiler compiler) {
        Map<Key, Published> objects = compiler.objects();
        for (Published object : objects.values()) {
            assertThat(objects.keySet()).as("references of %s", object.key()).containsAll(object.references());
        }
    }

    private Compilation step(Change... changes) {
        List<Change> list = Arrays.asList(changes);
        Compilation step = compiler.compile(snapshot.with(list), list);
        snapshot = step.snapshot();
        return step;
    }

    private List<String> hosts() {
        return compiler.objects().values().stream()
                .filter(VirtualHost.class::isInstance)
                .map(object -> ((VirtualHost) object).host())
                .toList();
    }

    private Optional<String> identity(String host) {
        return compiler.objects().values().stream()
                .filter(VirtualHost.class::isInstance)
                .map(VirtualHost.class::cast)
                .filter(object -> object.host().equals(host))
                .flatMap(object -> object.identity().stream())
                .map(identity -> identity.value().toString())
                .findFirst();
    }

    private List<String> findingIds() {
        return compiler.findings().stream().map(Finding::id).toList();
    }

    private static Ingress web(String secret) {
        return Kube.ingress("web")
                .prefix("h1.test", "/", "s1")
                .tls(secret, "h1.test")
                .build();
    }

    private static Ingress other() {
        return Kube.ingress("other").prefix("h2.test", "/", "s1").build();
    }

    private static Change nginx() {
        return put(Kube.ingressClass("nginx", "k8s.io/ingress-nginx"));
    }

    private static Change put(KubeObject object) {
        return new Change.Put(object);
    }

    private static Change pending(String secret) {
        return put(new PendingSecret(Kube.name(secret)));
    }

    private static Change gone(String secret) {
        return new Change.Delete(new Ref(Kind.SECRET, Kube.name(secret)));
    }
}
