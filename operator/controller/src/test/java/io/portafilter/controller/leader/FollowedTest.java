package io.portafilter.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.compiler.Compilation;
import io.portafilter.compiler.IngressState;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.Ingress;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.folder.IngressText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FollowedTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Followed<Name, IngressState.Effect> followed = new Followed<>(FollowedTest::gather);
    private final World world = new World(followed);

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void theBeginningWaitsForTheFirstView() throws InterruptedException {
        assertThat(followed.begin().ingresses()).isEmpty();
        assertThat(followed.view()).isPresent();
    }

    @Test
    void whatWasTouchedSinceComesAtOnceWithTheNewestView() throws InterruptedException {
        followed.begin();
        put("one");
        put("two");
        put("two", "foreign");

        Followed.News<Name, IngressState.Effect> news = followed.await(LONG);

        assertThat(news.touched())
                .containsOnly(
                        Map.entry(name("one"), IngressState.Effect.CURRENT),
                        Map.entry(name("two"), IngressState.Effect.FOREIGN));
        assertThat(news.view()).isSameAs(world.view());
        assertThat(followed.await(SHORT).touched()).isEmpty();
    }

    @Test
    void whoWaitsIsWokenByWhatIsTouchedOnly() throws InterruptedException {
        put("one");
        followed.begin();
        CompletableFuture<Followed.News<Name, IngressState.Effect>> news = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                news.complete(followed.await(LONG));
            } catch (InterruptedException e) {
                news.completeExceptionally(e);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        put("one");
        assertThat(news).isNotDone();
        put("two");

        assertThat(news.join().touched()).containsOnlyKeys(name("two"));
    }

    @Test
    void whileNobodyFollowsNothingIsGathered() throws InterruptedException {
        put("one");
        followed.begin();
        put("two");
        followed.end();
        put("three");

        assertThat(followed.begin().ingresses()).hasSize(3);
        assertThat(followed.await(SHORT).touched()).isEmpty();
    }

    private static void gather(Compilation compilation, Map<Name, IngressState.Effect> touched) {
        compilation.ingresses().came().forEach(state -> touched.put(state.name(), state.effect()));
    }

    private void put(String name) {
        put(name, "nginx");
    }

    private void put(String name, String className) {
        String manifest = World.manifest(name, className, "proxy-body-size: 8m");
        if (IngressText.read(manifest) instanceof IngressText.Whole(Ingress ingress)) {
            world.accept(List.of(new Change.Put(ingress)));
        }
    }

    private static Name name(String name) {
        return new Name("default", name);
    }
}
