package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import io.portafilter.contract.feed.Feed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random steps; proxies that come, go, lag, and forget: whoever has caught up has exactly what is published. */
class HubPropertyTest {
    /** A proxy without a network: what it has survives its streams. */
    private static final class Proxy {
        private final Served served = new Served();
        private Feed feed = new Feed(served);
        private Optional<Subscription> subscription = Optional.empty();
        private int everything;

        void join(Hub hub, boolean unknown) throws IOException {
            Optional<Version> has = unknown ? Optional.empty() : feed.version();
            Subscription joined = hub.subscribe(has).orElseThrow();
            everything += joined.start() instanceof Start.Everything ? 1 : 0;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            joined.start().writeTo(out);
            take(out);
            subscription = Optional.of(joined);
        }

        void leave() {
            subscription.ifPresent(Subscription::close);
            subscription = Optional.empty();
        }

        /** Takes what is there; whether it is still a subscriber. */
        boolean read() throws IOException, InterruptedException {
            if (subscription.isEmpty()) {
                return false;
            }
            switch (subscription.orElseThrow().next(Duration.ZERO)) {
                case Subscription.Next.Steps(var steps) -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    for (StepLines step : steps) {
                        step.writeTo(out);
                    }
                    take(out);
                }
                case Subscription.Next.Quiet _ -> {
                    return true;
                }
                case Subscription.Next.Ended _ -> leave();
            }
            return subscription.isPresent();
        }

        private void take(ByteArrayOutputStream out) {
            out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> feed.accept(FrameLines.readDown(line.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whoeverHasCaughtUpHasExactlyWhatIsPublished(long seed) throws Exception {
        Random random = new Random(seed);
        Hub hub = new Hub(new HubOptions(
                random.nextInt(20), random.nextInt(20_000), 1 + random.nextInt(10), random.nextInt(5_000)));
        Steps steps = new Steps(hub);
        RandomSteps publishing = new RandomSteps(random, steps);
        publishing.step();
        List<Proxy> proxies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            proxies.add(new Proxy());
        }
        for (int round = 0; round < 1200; round++) {
            Proxy proxy = proxies.get(random.nextInt(proxies.size()));
            switch (random.nextInt(8)) {
                case 0 -> {
                    proxy.leave();
                    proxy.join(hub, random.nextInt(5) == 0);
                }
                case 1 -> proxy.leave();
                case 2, 3, 4 -> proxy.read();
                default -> publishing.step();
            }
        }
        for (Proxy proxy : proxies) {
            if (!proxy.read()) {
                proxy.join(hub, false);
            }
            proxy.read();
            assertThat(proxy.served.digests()).isEqualTo(steps.inventory().objects());
            assertThat(proxy.feed.version()).contains(steps.version()).isEqualTo(hub.version());
        }
        assertThat(hub.subscribers()).isEqualTo(proxies.size());
        assertThat(proxies.stream().mapToInt(proxy -> proxy.served.steps()).sum())
                .isGreaterThan(100);
        assertThat(proxies.stream().mapToInt(proxy -> proxy.everything).sum()).isGreaterThan(7);
    }
}
