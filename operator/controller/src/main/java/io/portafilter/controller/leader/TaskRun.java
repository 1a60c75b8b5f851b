package io.portafilter.controller.leader;

import java.time.Duration;

/** A task in a term: starts it again when it fails, later and later, until the term ends. */
final class TaskRun {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LeaderTask task;
    private final TaskFailures failures;
    private final Thread thread;
    private volatile boolean ended;

    private TaskRun(LeaderTask task, TaskFailures failures) {
        this.task = task;
        this.failures = failures;
        this.thread = Thread.ofVirtual().name("leader-" + task.name()).unstarted(this::run);
    }

    static TaskRun start(LeaderTask task, TaskFailures failures) {
        TaskRun run = new TaskRun(task, failures);
        run.thread.start();
        return run;
    }

    void interrupt() {
        ended = true;
        thread.interrupt();
    }

    void await(Duration atMost) throws InterruptedException {
        if (!thread.join(atMost)) {
            failures.abandoned(task);
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!ended) {
            long began = System.nanoTime();
            try {
                task.lead();
                return;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // an interrupted request comes as one of its client's exceptions
                if (ended) {
                    return;
                }
                if (System.nanoTime() - began > LONGEST_PAUSE.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                failures.failed(task, e, pause.toMillis());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
