package io.portafilter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PublisherTest {
    private final Publisher publisher = new Publisher();

    @Test
    void aStepIsPutsThenDeletesThenACommit() {
        publisher.publish(List.of(Samples.identity()), List.of());
        List<Frame.Down> frames = publisher.publish(
                List.of(Samples.http()), List.of(Samples.identity().key()));
        assertThat(frames)
                .containsExactly(
                        new Frame.Put(Digest.of(Samples.http()), Samples.http()),
                        new Frame.Delete(Samples.identity().key()),
                        new Frame.Commit(publisher.version()));
    }

    @Test
    void whatDidNotChangeMakesNoFrame() {
        publisher.publish(Samples.objects(), List.of());
        Version before = publisher.version();
        assertThat(publisher.publish(Samples.objects(), List.of())).isEmpty();
        assertThat(publisher.publish(List.of(), List.of(Cluster.key("no", "such", "1"))))
                .isEmpty();
        assertThat(publisher.version()).isEqualTo(before);
    }

    @Test
    void theInventoryNamesWhatIsPublishedAndTheContract() {
        publisher.publish(Samples.objects(), List.of());
        publisher.publish(List.of(), List.of(Samples.http().key()));
        assertThat(publisher.inventory().contract()).isEqualTo(Frame.CONTRACT);
        assertThat(publisher.inventory().objects())
                .hasSize(Samples.objects().size() - 1)
                .containsEntry(Samples.identity().key(), Digest.of(Samples.identity()))
                .doesNotContainKey(Samples.http().key());
    }

    @Test
    void replicasThatSawOtherOrdersHaveTheSameVersion() {
        publisher.publish(Samples.objects(), List.of());
        Random random = new Random(42);
        for (int replica = 0; replica < 20; replica++) {
            List<Published> order = new ArrayList<>(Samples.objects());
            Collections.shuffle(order, random);
            Publisher other = new Publisher();
            other.publish(List.of(Samples.route("/passing", new Action.Respond(404, new Origin.Default()))), List.of());
            order.forEach(object -> other.publish(List.of(object), List.of()));
            other.publish(
                    List.of(),
                    List.of(Samples.route("/passing", new Action.Respond(404, new Origin.Default()))
                            .key()));
            assertThat(other.version()).isEqualTo(publisher.version());
        }
    }
}
