package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.ContractException;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Inventory;
import io.portafilter.contract.Key;
import io.portafilter.contract.Listener;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Samples;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedTest {
    private final List<Step> steps = new ArrayList<>();
    private final Publisher publisher = new Publisher();
    private final Feed feed = new Feed(step -> {
        steps.add(step);
        return List.of();
    });

    @Test
    void aCommitHandsOverAllSinceTheLastOne() {
        List<Frame.Up> answers = publish(Samples.objects(), List.of());
        assertThat(answers).containsExactly(new Frame.Applied(Frame.CONTRACT, publisher.version()));
        assertThat(steps)
                .containsExactly(new Step(
                        publisher.version(),
                        Samples.objects().stream()
                                .sorted((a, b) -> a.key().compareTo(b.key()))
                                .toList(),
                        List.of()));
    }

    @Test
    void nothingHappensBeforeTheCommit() {
        List<Frame.Down> frames = publisher.publish(Samples.objects(), List.of());
        frames.subList(0, frames.size() - 1)
                .forEach(frame -> assertThat(feed.accept(frame)).isEmpty());
        assertThat(steps).isEmpty();
    }

    @Test
    void refusalsOfTheTargetGoUpBeforeApplied() {
        Listener http = new Listener.Http("http", "ingress");
        Frame.Refused refused = new Frame.Refused(http.key(), Digest.of(http), "the address is taken");
        Feed refusing = new Feed(step -> List.of(refused));
        List<Frame.Up> answers = new ArrayList<>();
        publisher.publish(List.of(http), List.of()).forEach(frame -> answers.addAll(refusing.accept(frame)));
        assertThat(answers).containsExactly(refused, new Frame.Applied(Frame.CONTRACT, publisher.version()));
    }

    @Test
    void anObjectThatIsPutAndDeletedInOneStepIsOnlyDeleted() {
        publish(List.of(cluster("a"), endpoints("a")), List.of());
        Published changed = endpoints("a", 1);
        feed.accept(new Frame.Put(Digest.of(changed), changed));
        feed.accept(new Frame.Delete(changed.key()));
        feed.accept(new Frame.Delete(cluster("a").key()));
        feed.accept(new Frame.Commit(new Inventory().version()));
        assertThat(steps.getLast().puts()).isEmpty();
        assertThat(steps.getLast().deletes())
                .containsExactly(cluster("a").key(), endpoints("a").key());
    }

    @Test
    void anObjectThatIsDeletedAndPutInOneStepIsOnlyPut() {
        publish(List.of(endpoints("a")), List.of());
        feed.accept(new Frame.Delete(endpoints("a").key()));
        publish(List.of(endpoints("a", 1)), List.of());
        assertThat(steps.getLast().puts()).containsExactly(endpoints("a", 1));
        assertThat(steps.getLast().deletes()).isEmpty();
    }

    @Test
    void anInventoryDeletesWhatItDoesNotList() {
        publish(List.of(cluster("a"), endpoints("a"), cluster("b"), endpoints("b")), List.of());
        Publisher other = new Publisher();
        other.publish(List.of(cluster("b"), endpoints("b")), List.of());
        List<Frame.Down> news = other.publish(List.of(cluster("c"), endpoints("c")), List.of());
        feed.accept(other.inventory());
        news.forEach(feed::accept);
        assertThat(steps.getLast())
                .isEqualTo(new Step(
                        other.version(),
                        List.of(cluster("c"), endpoints("c")),
                        List.of(cluster("a").key(), endpoints("a").key())));
    }

    @Test
    void anInventoryDropsTheStepThatABrokenStreamLeftOpen() {
        publish(List.of(endpoints("a")), List.of());
        feed.accept(new Frame.Put(Digest.of(endpoints("x")), endpoints("x")));
        feed.accept(publisher.inventory());
        feed.accept(new Frame.Commit(publisher.version()));
        assertThat(steps.getLast()).isEqualTo(new Step(publisher.version(), List.of(), List.of()));
    }

    @Test
    void anotherContractIsRefused() {
        Frame.Inventory newer = new Frame.Inventory(Frame.CONTRACT + 1, new TreeMap<>());
        assertThatThrownBy(() -> feed.accept(newer))
                .isInstanceOf(ContractException.class)
                .hasMessage("the operator speaks contract 2, this proxy 1");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        assertRefused(
                List.of(cluster("a")),
                List.of(),
                "Cluster/shop/a/80 refers to Endpoints/shop/a/80, which is not there");
        assertThatNothingHappened();
    }

    @Test
    void aReferenceToWhatTheSameStepDeletesIsRefused() {
        publish(List.of(endpoints("a")), List.of());
        assertRefused(
                List.of(cluster("a")),
                List.of(endpoints("a").key()),
                "Cluster/shop/a/80 refers to Endpoints/shop/a/80, which is not there");
        assertThatItStillWorks();
    }

    @Test
    void deletingWhatAnotherObjectRefersToIsRefused() {
        publish(List.of(cluster("a"), endpoints("a")), List.of());
        assertRefused(
                List.of(),
                List.of(endpoints("a").key()),
                "Endpoints/shop/a/80 was deleted while another object refers to it");
        assertThatItStillWorks();
    }

    @Test
    void whatLosesItsLastReferrerInTheSameStepMayGo() {
        publish(List.of(cluster("a"), endpoints("a"), route("a"), endpoints("b"), cluster("b")), List.of());
        publish(List.of(route("b")), List.of(cluster("a").key(), endpoints("a").key()));
        assertThat(steps.getLast().deletes())
                .containsExactly(cluster("a").key(), endpoints("a").key());
    }

    @Test
    void whatHasOneReferrerLeftMayNotGo() {
        Published other = Samples.objects().stream()
                .filter(Listener.class::isInstance)
                .findFirst()
                .orElseThrow();
        publish(List.of(other, cluster("a"), endpoints("a"), route("a"), cluster("b"), endpoints("b")), List.of());
        publish(List.of(canaryOf("b", "a")), List.of());
        assertRefused(
                List.of(route("b")),
                List.of(cluster("a").key(), endpoints("a").key()),
                "Cluster/shop/a/80 was deleted while another object refers to it");
    }

    @Test
    void aWrongVersionIsRefused() {
        publish(List.of(endpoints("a")), List.of());
        feed.accept(new Frame.Put(Digest.of(endpoints("b")), endpoints("b")));
        Frame.Commit wrong = new Frame.Commit(publisher.version());
        assertThatThrownBy(() -> feed.accept(wrong))
                .isInstanceOf(ContractException.class)
                .hasMessage("the commit's version is not that of the objects that were sent");
        assertThatItStillWorks();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusedStepsLeaveNoTrace(long seed) {
        Random random = new Random(seed);
        Map<Key, Published> model = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            List<Frame.Down> step = randomStep(random, model);
            Map<Key, Published> after = applied(model, step);
            Version version = versionOf(after);
            boolean valid = after.values().stream()
                    .flatMap(object -> object.references().stream())
                    .allMatch(after::containsKey);
            step.forEach(feed::accept);
            if (valid && random.nextInt(5) > 0) {
                feed.accept(new Frame.Commit(version));
                assertThat(steps.getLast().version()).isEqualTo(version);
                model = after;
            } else {
                Frame.Commit bad = new Frame.Commit(valid ? new Version(Digest.of(new byte[0])) : version);
                int before = steps.size();
                assertThatThrownBy(() -> feed.accept(bad)).isInstanceOf(ContractException.class);
                assertThat(steps).hasSize(before);
            }
        }
        assertThat(steps).hasSizeGreaterThan(50).hasSizeLessThan(450);
    }

    private static List<Frame.Down> randomStep(Random random, Map<Key, Published> model) {
        List<Frame.Down> step = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String name = "s" + random.nextInt(4);
            Published object = switch (random.nextInt(4)) {
                case 0 -> cluster(name);
                case 1 -> route(name);
                default -> endpoints(name, random.nextInt(3));
            };
            boolean delete = random.nextInt(4) == 0 && model.containsKey(object.key());
            step.add(delete ? new Frame.Delete(object.key()) : new Frame.Put(Digest.of(object), object));
        }
        return step;
    }

    private static Map<Key, Published> applied(Map<Key, Published> model, List<Frame.Down> step) {
        TreeMap<Key, Published> after = new TreeMap<>(model);
        for (Frame.Down frame : step) {
            switch (frame) {
                case Frame.Put put -> after.put(put.object().key(), put.object());
                case Frame.Delete delete -> after.remove(delete.key());
                case Frame.Inventory inventory -> throw new AssertionError(inventory);
                case Frame.Commit commit -> throw new AssertionError(commit);
            }
        }
        return after;
    }

    private static Version versionOf(Map<Key, Published> objects) {
        Inventory inventory = new Inventory();
        objects.forEach((key, object) -> inventory.put(key, Digest.of(object)));
        return inventory.version();
    }

    private List<Frame.Up> publish(List<Published> puts, List<Key> deletes) {
        List<Frame.Up> answers = new ArrayList<>();
        publisher.publish(puts, deletes).forEach(frame -> answers.addAll(feed.accept(frame)));
        return answers;
    }

    private void assertRefused(List<Published> puts, List<Key> deletes, String message) {
        int before = steps.size();
        Publisher wrong = new Publisher();
        wrong.publish(steps.stream().flatMap(step -> step.puts().stream()).toList(), List.of());
        List<Frame.Down> frames = wrong.publish(puts, deletes);
        frames.subList(0, frames.size() - 1).forEach(feed::accept);
        assertThatThrownBy(() -> feed.accept(frames.getLast()))
                .isInstanceOf(ContractException.class)
                .hasMessage(message);
        assertThat(steps).hasSize(before);
    }

    private void assertThatNothingHappened() {
        assertThat(steps).isEmpty();
        assertThatItStillWorks();
    }

    /** The publisher knows nothing of the refused step: its next one fits only if the feed does not either. */
    private void assertThatItStillWorks() {
        publish(List.of(cluster("z"), endpoints("z")), List.of());
        assertThat(steps.getLast())
                .isEqualTo(new Step(publisher.version(), List.of(cluster("z"), endpoints("z")), List.of()));
    }

    private static Cluster cluster(String service) {
        return new Cluster("shop", service, "80", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    private static Cluster canaryOf(String service, String alternative) {
        return new Cluster(
                "shop",
                service,
                "80",
                Sourced.byDefault(LoadBalance.ROUND_ROBIN),
                List.of(Sourced.byDefault(cluster(alternative).key())));
    }

    private static Endpoints endpoints(String service) {
        return endpoints(service, 0);
    }

    private static Endpoints endpoints(String service, int last) {
        return new Endpoints("shop", service, "80", List.of(new Endpoint("10.0.0." + last, 8080)));
    }

    private static Published route(String service) {
        return Samples.route("/", new Action.Forward(cluster(service).key(), 503));
    }
}
