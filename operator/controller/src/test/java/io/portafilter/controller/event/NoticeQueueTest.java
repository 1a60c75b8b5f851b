package io.portafilter.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.event.NoticeQueue.Urgency;
import io.portafilter.controller.event.NoticeQueue.Waiting;
import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import org.junit.jupiter.api.Test;

final class NoticeQueueTest {
    private final NoticeQueue queue = new NoticeQueue(4);

    @Test
    void whatIsUrgentComesFirstAndElseWhatCameFirst() {
        queue.add(notice("one"), Urgency.STANDING);
        queue.add(notice("two"), Urgency.FRESH);
        queue.add(notice("three"), Urgency.ROUTINE);
        queue.add(notice("four"), Urgency.FRESH);

        assertThat(queue.poll()).contains(new Waiting(notice("two"), Urgency.FRESH));
        assertThat(queue.poll()).contains(new Waiting(notice("four"), Urgency.FRESH));
        assertThat(queue.poll()).contains(new Waiting(notice("three"), Urgency.ROUTINE));
        assertThat(queue.poll()).contains(new Waiting(notice("one"), Urgency.STANDING));
        assertThat(queue.poll()).isEmpty();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void theSameWaitsOnce() {
        queue.add(notice("one"), Urgency.FRESH);
        queue.add(notice("one"), Urgency.FRESH);

        assertThat(queue.poll()).isPresent();
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void whenItIsFullNothingIsAdded() {
        for (int i = 0; i < 4; i++) {
            assertThat(queue.add(notice("n" + i), Urgency.STANDING)).isTrue();
        }
        assertThat(queue.add(notice("more"), Urgency.FRESH)).isFalse();
        queue.poll();
        assertThat(queue.add(notice("more"), Urgency.FRESH)).isTrue();
    }

    private static Notice notice(String name) {
        return new Notice(
                new Ref(Kind.INGRESS, new Name("shop", name)), "uid", Notice.Type.WARNING, "Reason", "message");
    }
}
