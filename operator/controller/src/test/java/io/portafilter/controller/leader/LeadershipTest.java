package io.portafilter.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LeadershipTest {
    private static final Outcome HELD = new Outcome.Held();
    private static final Outcome OTHERS = new Outcome.Others("another");
    private static final Outcome SILENCE = new Outcome.Failed("no answer");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> log = Recorder.newLog();
    private final Voters voters = new Voters(log);

    @Test
    void tasksRunOnceTheLeaseIsOurs() {
        try (Leadership leadership = leadership(new Recorder("status", log))) {
            voters.say(OTHERS);
            leadership.start();
            await().until(() -> voters.asked() > 2);
            assertThat(log).isEmpty();
            assertThat(status()).isZero();

            voters.say(HELD);

            await().untilAsserted(() -> assertThat(log).containsExactly("status leads"));
            assertThat(leadership.leads()).isTrue();
            assertThat(status()).isEqualTo(1);
        }
    }

    @Test
    void tasksEndWhenSomebodyElseHasTheLeaseAndRunAgainWhenItIsBack() {
        try (Leadership leadership = leadership(new Recorder("status", log))) {
            voters.say(HELD);
            leadership.start();
            await().until(() -> log.contains("status leads"));

            voters.say(OTHERS);
            await().untilAsserted(() -> assertThat(log).containsExactly("status leads", "status ends"));
            assertThat(leadership.leads()).isFalse();
            assertThat(status()).isZero();

            voters.say(HELD);
            await().untilAsserted(() -> assertThat(log).containsExactly("status leads", "status ends", "status leads"));
        }
    }

    @Test
    void aSilentApiServerEndsTheTermOnlyAfterTheDeadline() {
        try (Leadership leadership = leadership(new Recorder("status", log))) {
            voters.say(HELD);
            leadership.start();
            await().until(() -> log.contains("status leads"));

            voters.say(SILENCE);
            int before = voters.asked();
            await().until(() -> log.contains("status ends"));

            assertThat(voters.asked() - before).isGreaterThan(5);
            assertThat(log).doesNotContain("status says farewell");
        }
    }

    @Test
    void theEndOfTheProcessEndsTasksThenLetsThemSpeakThenGivesTheLeaseBack() {
        Leadership leadership = leadership(new Recorder("status", log));
        voters.say(HELD);
        leadership.start();
        await().until(() -> log.contains("status leads"));

        leadership.close();

        assertThat(log).containsExactly("status leads", "status ends", "status says farewell", "released");
        assertThat(status()).isZero();
    }

    @Test
    void aFollowerThatEndsSaysNothingAndGivesNothingBack() {
        Leadership leadership = leadership(new Recorder("status", log));
        voters.say(OTHERS);
        leadership.start();
        await().until(() -> voters.asked() > 2);

        leadership.close();

        assertThat(log).isEmpty();
    }

    @Test
    void aTaskThatFailsIsTriedAgainAndTheOthersDoNotNotice() {
        AtomicInteger tries = new AtomicInteger();
        LeaderTask stumbling = new LeaderTask() {
            @Override
            public String name() {
                return "stumbling";
            }

            @Override
            public void lead() throws InterruptedException {
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("not yet");
                }
                new CountDownLatch(1).await();
            }
        };
        try (Leadership leadership = leadership(stumbling, new Recorder("status", log))) {
            voters.say(HELD);
            leadership.start();

            await().untilAsserted(() -> assertThat(tries).hasValue(3));
            assertThat(log).containsExactly("status leads");
            assertThat(meters.get("portafilter_leader_task_failures")
                            .tag("task", "stumbling")
                            .counter()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void aTaskThatDoesNotEndHoldsNothingUp() {
        CountDownLatch never = new CountDownLatch(1);
        LeaderTask deaf = new LeaderTask() {
            @Override
            public String name() {
                return "deaf";
            }

            @Override
            public void lead() {
                boolean heard = false;
                while (!heard) {
                    try {
                        never.await();
                        heard = true;
                    } catch (InterruptedException e) {
                        log.add("deaf was interrupted");
                    }
                }
            }
        };
        Leadership leadership = leadership(deaf);
        voters.say(HELD);
        leadership.start();
        await().until(leadership::leads);

        leadership.close();

        assertThat(log).containsExactly("deaf was interrupted", "released");
        never.countDown();
    }

    @Test
    void withoutElectionTheOnlyReplicaLeads() {
        Leadership leadership = Leadership.alone("ingress-nginx-leader", List.of(new Recorder("status", log)), meters);
        leadership.start();
        await().untilAsserted(() -> assertThat(log).containsExactly("status leads"));
        assertThat(leadership.leads()).isTrue();

        leadership.close();

        assertThat(log).containsExactly("status leads", "status ends", "status says farewell");
    }

    private Leadership leadership(LeaderTask... tasks) {
        Leadership.Timing timing =
                new Leadership.Timing(Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofMillis(200));
        return new Leadership(voters, timing, "ingress-nginx-leader", List.of(tasks), meters);
    }

    private double status() {
        return meters.get("nginx_ingress_controller_leader_election_status")
                .tag("name", "ingress-nginx-leader")
                .gauge()
                .value();
    }

    /** Says what it is told to say. */
    private static final class Voters implements Candidate {
        private final List<String> log;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile Outcome outcome = OTHERS;

        Voters(List<String> log) {
            this.log = log;
        }

        void say(Outcome next) {
            outcome = next;
        }

        int asked() {
            return asked.get();
        }

        @Override
        public Outcome attempt(Duration atMost) {
            asked.incrementAndGet();
            return outcome;
        }

        @Override
        public void release(Duration atMost) {
            log.add("released");
        }
    }
}
