package io.portafilter.controller.leader;

import java.time.Duration;
import java.util.List;

/** The tasks while this replica leads. */
final class Term {
    private final List<TaskRun> runs;

    private Term(List<TaskRun> runs) {
        this.runs = runs;
    }

    static Term begin(List<LeaderTask> tasks, TaskFailures failures) {
        return new Term(
                tasks.stream().map(task -> TaskRun.start(task, failures)).toList());
    }

    /** Interrupts all tasks, then waits for them; those that do not end in time are left behind and named in the log. */
    void end(Duration atMost) throws InterruptedException {
        runs.forEach(TaskRun::interrupt);
        long deadline = System.nanoTime() + atMost.toNanos();
        for (TaskRun run : runs) {
            run.await(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }
}
