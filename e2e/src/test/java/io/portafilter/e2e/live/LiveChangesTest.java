package io.portafilter.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portafilter.e2e.product.Folder;
import io.portafilter.e2e.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A route that changes all the time never fails a request. The property {@code live.changes} says how often it changes; a build before
 * a release takes 200.
 */
class LiveChangesTest {
    private static final int CHANGES = Integer.getInteger("live.changes", 40);
    private static final Duration PACE = Duration.ofMillis(200);
    private static final int PODS = 16;
    private static final String FILE = "shop.yaml";

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void changesUnderLoadLoseNoRequestAndNoPodAnswersAfterItsRemoval() throws Exception {
        Folder folder = Folder.in(temporary);
        Removals removals = new Removals();
        try (Pods pods = Pods.start(PODS);
                Product product = Product.serve(folder)) {
            product.change(folder, FILE, shop(0, pods).manifests());
            try (Load load = Load.begin(product, removals, 2)) {
                AtomicInteger done = new AtomicInteger();
                try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
                    ScheduledFuture<?> changes = clock.scheduleAtFixedRate(
                            () -> change(folder, removals, pods, done.get() + 1, done),
                            0,
                            PACE.toMillis(),
                            TimeUnit.MILLISECONDS);
                    await().atMost(PACE.multipliedBy(CHANGES).plusSeconds(30))
                            .pollInterval(PACE)
                            .until(() -> done.get() >= CHANGES || changes.isDone());
                    changes.cancel(false);
                }
                await().atMost(Duration.ofSeconds(30)).until(() -> load.pods().contains(done.get() % PODS));
                assertThat(done.get()).isGreaterThanOrEqualTo(CHANGES);
                assertThat(load.complaints()).isEmpty();
                assertThat(load.answers()).isGreaterThan(CHANGES);
                assertThat(load.pods())
                        .as("pods that served, of those that changes named")
                        .hasSize(Math.min(PODS, done.get() + 1));
            }
        }
    }

    /** Each change takes another pod; every second one also another port of the Service, every third another path. */
    private static void change(Folder folder, Removals removals, Pods pods, int number, AtomicInteger done) {
        try {
            removals.returns(number % PODS);
            folder.write(FILE, shop(number, pods).manifests());
            removals.removed((number - 1) % PODS);
            done.set(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shop shop(int number, Pods pods) {
        return new Shop(number % 3 == 0 ? "/" : "/app", 80 + number % 2, pods.port(number % pods.count()));
    }
}
