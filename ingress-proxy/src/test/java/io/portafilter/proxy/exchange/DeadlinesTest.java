package io.portafilter.proxy.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final long TICK = 100;

    private final Deadlines deadlines = new Deadlines(TICK, 0);
    private final List<String> fired = new ArrayList<>();

    @Test
    void aDeadlineNeverFiresEarlyAndAtMostTwoTicksLate() {
        Deadline deadline = deadlines.create(() -> fired.add("x"));
        deadline.in(250);
        deadlines.tick(299);
        assertThat(fired).isEmpty();
        deadlines.tick(450);
        assertThat(fired).containsExactly("x");
        deadlines.tick(100_000);
        assertThat(fired).hasSize(1);
    }

    @Test
    void puttingOffAndBringingForwardBothWork() {
        Deadline deadline = deadlines.create(() -> fired.add("x"));
        deadline.in(500);
        deadlines.tick(400);
        deadline.in(10_000);
        deadlines.tick(9_000);
        assertThat(fired).isEmpty();
        deadline.in(100);
        deadlines.tick(9_300);
        assertThat(fired).hasSize(1);
        deadlines.tick(20_000);
        assertThat(fired).hasSize(1);
    }

    @Test
    void aDeadlineThatIsOffDoesNotFireUntilItIsSetAgain() {
        Deadline deadline = deadlines.create(() -> fired.add("x"));
        deadline.in(500);
        deadline.off();
        deadlines.tick(10_000);
        assertThat(fired).isEmpty();
        deadline.in(500);
        deadlines.tick(11_000);
        assertThat(fired).hasSize(1);
    }

    @Test
    void aDeadlineThatEndedHoldsNobodyAlthoughTheWheelStillHoldsIt() {
        WeakReference<Object> waiting = fileAndEnd();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return waiting.refersTo(null);
        });
        deadlines.tick(100_000);
        assertThat(fired).isEmpty();
    }

    private WeakReference<Object> fileAndEnd() {
        Object connection = new Object();
        Deadline deadline = deadlines.create(() -> fired.add(connection.toString()));
        deadline.in(40_000);
        deadline.end();
        return new WeakReference<>(connection);
    }

    @Test
    void aDeadlineBeyondTheWheelGoesAroundIt() {
        Deadline deadline = deadlines.create(() -> fired.add("x"));
        deadline.in(200_000);
        deadlines.tick(199_999);
        assertThat(fired).isEmpty();
        deadlines.tick(200_300);
        assertThat(fired).hasSize(1);
    }

    @Test
    void anythingMaySetDeadlinesWhileOneFires() {
        Deadline other = deadlines.create(() -> fired.add("other"));
        Deadline[] self = new Deadline[1];
        self[0] = deadlines.create(() -> {
            if (fired.isEmpty()) {
                other.in(100);
            }
            fired.add("self");
            self[0].in(100);
        });
        self[0].in(100);
        deadlines.tick(250);
        deadlines.tick(700);
        assertThat(fired).startsWith("self").contains("other").hasSizeGreaterThan(2);
    }

    @Test
    void randomDeadlinesKeepTheirBounds() {
        Random random = new Random(7);
        long[] due = new long[200];
        List<Deadline> all = new ArrayList<>();
        List<Long> lateness = new ArrayList<>();
        for (int i = 0; i < due.length; i++) {
            int index = i;
            all.add(deadlines.create(() -> lateness.add(deadlines.now() - due[index])));
        }
        long now = 0;
        for (int step = 0; step < 3_000; step++) {
            now += random.nextInt(150);
            deadlines.tick(now);
            int index = random.nextInt(due.length);
            long nanos = random.nextInt(80_000);
            due[index] = deadlines.now() + nanos;
            all.get(index).in(nanos);
        }
        assertThat(lateness).isNotEmpty().allMatch(late -> late >= 0 && late <= 2 * TICK);
    }
}
