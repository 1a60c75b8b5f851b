package io.portafilter.controller.leader;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Elects one of the replicas, and runs the tasks where it is. Losing the lease ends the tasks and nothing else: the process serves
 * streams and webhooks on, and stands for election again.
 */
public final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final Duration WITHOUT_LEASE = Duration.ofMinutes(1);

    private final Candidate candidate;
    private final Timing timing;
    private final List<LeaderTask> tasks;
    private final TaskFailures failures;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("leadership").unstarted(this::run);
    private Optional<Term> term = Optional.empty();
    private Optional<Outcome> told = Optional.empty();
    private long renewed;
    private volatile boolean leads;

    /** How long a leader may go without renewing, how long it waits between attempts, and how long its tasks may take to end. */
    record Timing(Duration renewDeadline, Duration retryPeriod, Duration taskEnd) {}

    Leadership(Candidate candidate, Timing timing, String lease, List<LeaderTask> tasks, MeterRegistry meters) {
        this.candidate = candidate;
        this.timing = timing;
        this.tasks = List.copyOf(tasks);
        this.failures = new TaskFailures(meters);
        Gauge.builder("nginx_ingress_controller_leader_election_status", this, self -> self.leads ? 1 : 0)
                .description("Gauge reporting status of the leader election, 0 indicates follower, 1 indicates leader.")
                .tag("name", lease)
                .register(meters);
    }

    /** One of several replicas, which contend for a Lease. */
    public static Leadership elected(
            KubernetesClient client, ElectionOptions options, List<LeaderTask> tasks, MeterRegistry meters) {
        Duration ttl = options.ttl();
        Timing timing = new Timing(
                options.renewDeadline(),
                options.retryPeriod(),
                ttl.minus(options.renewDeadline()).dividedBy(2));
        Candidate candidate = new LeaseCandidate(client, options, System::nanoTime);
        return new Leadership(candidate, timing, options.lease().name(), tasks, meters);
    }

    /**
     * The only replica ({@code --disable-leader-election}): leads from its start to its end.
     *
     * @param lease the name of the Lease that nobody contends for, for the metric
     */
    public static Leadership alone(String lease, List<LeaderTask> tasks, MeterRegistry meters) {
        Candidate candidate = new Candidate() {
            @Override
            public Outcome attempt(Duration atMost) {
                return new Outcome.Held();
            }

            @Override
            public void release(Duration atMost) {}
        };
        Timing timing = new Timing(WITHOUT_LEASE, WITHOUT_LEASE, Duration.ofSeconds(5));
        return new Leadership(candidate, timing, lease, tasks, meters);
    }

    /** Stands for election from now on; returns at once. */
    public void start() {
        thread.start();
    }

    /** Whether this replica leads. */
    public boolean leads() {
        return leads;
    }

    /** Ends the tasks, lets them say their last words, and gives the lease back. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                step();
            } while (!closing.await(pauseMillis(), TimeUnit.MILLISECONDS));
            if (leads) {
                resign();
            }
        } catch (InterruptedException e) {
            LOG.warn("the lease is not given back: there was no time; it ends by itself");
        }
    }

    private void step() throws InterruptedException {
        long now = System.nanoTime();
        Outcome outcome = candidate.attempt(patience(now));
        switch (outcome) {
            case Outcome.Held() -> {
                renewed = now;
                if (!leads) {
                    win();
                }
            }
            case Outcome.Others(String holder) -> {
                if (leads) {
                    lose(holder + " has taken the lease");
                }
            }
            case Outcome.Failed _ -> {
                if (leads && System.nanoTime() - renewed >= timing.renewDeadline.toNanos()) {
                    lose("it could not be renewed for " + timing.renewDeadline.toMillis() + " ms");
                }
            }
        }
        tell(outcome);
    }

    /** A leader does not wait for an answer that would come after it has to step down; but never so short that none can come. */
    private Duration patience(long now) {
        Duration usual = timing.renewDeadline.dividedBy(2);
        return leads ? max(min(usual, left(now)), timing.retryPeriod.dividedBy(2)) : usual;
    }

    /** Up to a fifth less than the period, so that replicas do not keep step; a leader's last attempt is not after its deadline. */
    private long pauseMillis() {
        long most = timing.retryPeriod.toMillis();
        Duration pause = Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(1 + most / 5));
        return (leads ? max(min(pause, left(System.nanoTime())), Duration.ZERO) : pause).toMillis();
    }

    /** Until the deadline; negative after it. */
    private Duration left(long now) {
        return timing.renewDeadline.minusNanos(now - renewed);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void win() {
        LOG.info("this replica leads from now on");
        leads = true;
        term = Optional.of(Term.begin(tasks, failures));
    }

    private void lose(String why) throws InterruptedException {
        LOG.warn("this replica leads no more: {}; it serves on and stands for election again", why);
        endTerm();
    }

    private void resign() throws InterruptedException {
        endTerm();
        Thread lastWords = Thread.ofVirtual().name("farewell").start(this::farewell);
        if (!lastWords.join(FAREWELL)) {
            lastWords.interrupt();
            LOG.warn("no time for the rest of the leader's last words");
        }
        candidate.release(timing.renewDeadline);
        LOG.info("the lease is given back");
    }

    private void endTerm() throws InterruptedException {
        leads = false;
        if (term.isPresent()) {
            term.get().end(timing.taskEnd);
        }
        term = Optional.empty();
    }

    private void farewell() {
        for (LeaderTask task : tasks) {
            try {
                task.farewell();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures.lastWordsFailed(task, e);
            }
        }
    }

    /** Each change once, not each attempt. */
    private void tell(Outcome outcome) {
        if (!told.equals(Optional.of(outcome))) {
            told = Optional.of(outcome);
            switch (outcome) {
                case Outcome.Held() -> LOG.debug("the lease is ours");
                case Outcome.Others(String holder) -> LOG.info("{} leads", holder);
                case Outcome.Failed(String reason) -> LOG.warn("the lease can neither be got nor renewed: {}", reason);
            }
        }
    }
}
