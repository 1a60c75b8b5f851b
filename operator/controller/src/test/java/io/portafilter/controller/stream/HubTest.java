package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Hub hub = new Hub(HubOptions.DEFAULT);
    private final Steps steps = new Steps(hub);

    @Test
    void beforeTheFirstStepThereIsNothingToFollow() {
        assertThat(hub.ready()).isFalse();
        assertThat(hub.subscribe(Optional.empty())).isEmpty();
        assertThat(hub.version()).isEmpty();
    }

    @Test
    void aClusterWithoutAnythingToPublishIsReadyToo() throws IOException {
        Version version = steps.nothing();
        assertThat(hub.ready()).isTrue();
        assertThat(frames(subscribe(Optional.empty()).start()))
                .containsExactly(new Frame.Inventory(Frame.CONTRACT, new TreeMap<>()), new Frame.Commit(version));
    }

    @Test
    void whoHasNothingGetsAnInventoryThenEverythingThenOneCommit() throws IOException {
        steps.put("web", 1);
        Version version = steps.put("api", 2);
        List<Frame.Down> frames = frames(subscribe(Optional.empty()).start());
        assertThat(frames).hasSize(6).first().isEqualTo(steps.inventory());
        assertThat(frames.subList(1, 5))
                .extracting(frame -> ((Frame.Put) frame).object().key())
                .containsExactlyElementsOf(steps.inventory().objects().keySet());
        assertThat(frames).last().isEqualTo(new Frame.Commit(version));
    }

    @Test
    void whoHasTheNewestIsSentNothing() throws IOException {
        Version version = steps.put("web", 1);
        assertThat(frames(subscribe(Optional.of(version)).start())).isEmpty();
    }

    @Test
    void whoIsAFewStepsBehindGetsJustThose() throws IOException {
        steps.put("web", 1);
        Version old = steps.put("api", 1);
        steps.put("web", 2);
        Version newest = steps.delete("api");
        List<Frame.Down> frames = frames(subscribe(Optional.of(old)).start());
        assertThat(frames).hasSize(5).last().isEqualTo(new Frame.Commit(newest));
        assertThat(frames.getFirst())
                .isInstanceOfSatisfying(
                        Frame.Put.class, put -> assertThat(put.object()).isEqualTo(Steps.endpoints("web", 2)));
        assertThat(frames).noneMatch(Frame.Inventory.class::isInstance);
    }

    @Test
    void aConfigurationThatWasThereTwiceIsLeftByTheShorterWay() throws IOException {
        Version once = steps.put("web", 1);
        steps.put("web", 2);
        assertThat(steps.put("web", 1)).isEqualTo(once);
        Version newest = steps.put("web", 3);
        assertThat(frames(subscribe(Optional.of(once)).start()))
                .hasSize(2)
                .last()
                .isEqualTo(new Frame.Commit(newest));
    }

    @Test
    void whoHasSomethingUnknownIsToldEverything() throws IOException {
        steps.put("web", 1);
        Version unknown = new Version(Digest.of("of another life".getBytes(StandardCharsets.UTF_8)));
        assertThat(frames(subscribe(Optional.of(unknown)).start())).first().isEqualTo(steps.inventory());
    }

    @Test
    void historyIsBoundedByCount() throws IOException {
        Hub small = new Hub(new HubOptions(2, 1 << 20, 10, 1 << 20));
        Steps its = new Steps(small);
        its.put("web", 1);
        Version tooOld = its.put("web", 2);
        Version known = its.put("web", 3);
        its.put("web", 4);
        its.put("web", 5);
        assertThat(small.subscribe(Optional.of(tooOld)).orElseThrow().start()).isInstanceOf(Start.Everything.class);
        assertThat(small.subscribe(Optional.of(known)).orElseThrow().start())
                .isInstanceOfSatisfying(
                        Start.Missing.class,
                        missing -> assertThat(missing.steps()).hasSize(2));
    }

    @Test
    void historyIsBoundedByBytes() {
        Hub small = new Hub(new HubOptions(1000, 2000, 10, 1 << 20));
        Steps its = new Steps(small);
        its.put("web", 1);
        Version before = its.put("web", 2);
        assertThat(small.historyBytes()).isBetween(1L, 2000L);
        its.put("web", 500);
        assertThat(small.historyBytes()).isZero();
        assertThat(small.subscribe(Optional.of(before)).orElseThrow().start()).isInstanceOf(Start.Everything.class);
    }

    @Test
    void stepsArriveInTheirOrderAndTogetherWhenSomebodyWasBusy() throws Exception {
        Version first = steps.put("web", 1);
        Subscription subscription = subscribe(Optional.of(first));
        List<Version> versions = new ArrayList<>();
        for (int i = 2; i < 10; i++) {
            versions.add(steps.put("web", i));
        }
        assertThat(subscription.next(LONG))
                .isInstanceOfSatisfying(
                        Subscription.Next.Steps.class,
                        next -> assertThat(next.steps().stream().map(StepLines::after))
                                .containsExactlyElementsOf(versions));
        assertThat(subscription.next(NOW)).isInstanceOf(Subscription.Next.Quiet.class);
    }

    @Test
    void linesAreWrittenOnceAndShared() throws Exception {
        Version first = steps.put("web", 1);
        Subscription one = subscribe(Optional.of(first));
        Subscription other = subscribe(Optional.of(first));
        steps.put("web", 2);
        assertThat(next(one).getFirst().lines()).isSameAs(next(other).getFirst().lines());
        assertThat(subscribe(Optional.of(first)).start())
                .isInstanceOfSatisfying(
                        Start.Missing.class,
                        missing ->
                                assertThat(missing.steps().getFirst().lines()).isNotEmpty());
    }

    @Test
    void aStepThatConcernsNoProxyIsNoStep() throws Exception {
        Version version = steps.put("web", 1);
        Subscription subscription = subscribe(Optional.of(version));
        assertThat(steps.nothing()).isEqualTo(version);
        assertThat(subscription.next(NOW)).isInstanceOf(Subscription.Next.Quiet.class);
    }

    @Test
    void whoIsTooManyStepsBehindIsDroppedAndNobodyElseIs() throws Exception {
        Hub small = new Hub(new HubOptions(100, 1 << 20, 3, 1 << 20));
        Steps its = new Steps(small);
        Version first = its.put("web", 1);
        Subscription slow = small.subscribe(Optional.of(first)).orElseThrow();
        Subscription quick = small.subscribe(Optional.of(first)).orElseThrow();
        for (int i = 2; i < 8; i++) {
            its.put("web", i);
            assertThat(next(quick)).hasSize(1);
        }
        assertThat(slow.next(NOW)).isEqualTo(new Subscription.Next.Ended(Subscription.End.TOO_SLOW));
        assertThat(small.subscribers()).isEqualTo(1);
    }

    @Test
    void whoIsTooManyBytesBehindIsDroppedButOneLargeStepDropsNobody() throws Exception {
        Hub small = new Hub(new HubOptions(100, 1 << 20, 100, 1000));
        Steps its = new Steps(small);
        Version first = its.put("web", 1);
        Subscription subscription = small.subscribe(Optional.of(first)).orElseThrow();
        its.put("web", 500);
        assertThat(next(subscription)).hasSize(1).allMatch(step -> step.bytes() > 1000);
        its.put("web", 499);
        its.put("web", 498);
        assertThat(subscription.next(NOW)).isEqualTo(new Subscription.Next.Ended(Subscription.End.TOO_SLOW));
    }

    @Test
    void whoLeavesIsForgotten() {
        steps.put("web", 1);
        try (Subscription _ = subscribe(Optional.empty())) {
            assertThat(hub.subscribers()).isEqualTo(1);
        }
        assertThat(hub.subscribers()).isZero();
    }

    @Test
    void theEndIsToldToAllAndNobodyComesAfterIt() throws Exception {
        steps.put("web", 1);
        Subscription subscription = subscribe(Optional.empty());
        hub.close();
        hub.close();
        assertThat(subscription.next(LONG)).isEqualTo(new Subscription.Next.Ended(Subscription.End.SHUTDOWN));
        assertThat(hub.ready()).isFalse();
        assertThat(hub.subscribe(Optional.empty())).isEmpty();
    }

    @Test
    void itKnowsWhatIsPublishedNow() {
        steps.put(IntStream.range(0, 50).mapToObj(i -> "s" + i).toList(), 1);
        assertThat(hub.objects()).isEqualTo(100);
        assertThat(hub.digest(Endpoints.key("shop", "s7", "80"))).contains(Digest.of(Steps.endpoints("s7", 1)));
        steps.delete("s7");
        assertThat(hub.objects()).isEqualTo(98);
        assertThat(hub.digest(Endpoints.key("shop", "s7", "80"))).isEmpty();
        assertThat(hub.version()).contains(steps.version());
    }

    @Test
    void anInventoryIsNoStep() {
        List<Frame.Down> inventory = List.of(steps.inventory());
        assertThatThrownBy(() -> hub.publish(inventory, steps.version()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no inventory");
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new HubOptions(-1, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HubOptions(1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Subscription subscribe(Optional<Version> has) {
        return hub.subscribe(has).orElseThrow();
    }

    private static List<StepLines> next(Subscription subscription) throws InterruptedException {
        return ((Subscription.Next.Steps) subscription.next(LONG)).steps();
    }

    private static List<Frame.Down> frames(Start start) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        start.writeTo(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> FrameLines.readDown(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
