package io.portafilter.controller.leader;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what goes wrong in tasks, and logs each thing once until something else goes wrong. */
final class TaskFailures {
    private static final Logger LOG = LoggerFactory.getLogger(TaskFailures.class);

    private final MeterRegistry meters;
    private final Map<String, String> logged = new ConcurrentHashMap<>();

    TaskFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    void failed(LeaderTask task, Throwable failure, long againInMillis) {
        counter(task).increment();
        String text = failure.toString();
        if (text.equals(logged.put(task.name(), text))) {
            LOG.debug("{} failed again; once more in {} ms", task.name(), againInMillis, failure);
        } else {
            LOG.warn("{} failed; it is tried again, silently while this stays so", task.name(), failure);
        }
    }

    void lastWordsFailed(LeaderTask task, Throwable failure) {
        counter(task).increment();
        LOG.warn("{} could not end as it should", task.name(), failure);
    }

    void abandoned(LeaderTask task) {
        counter(task).increment();
        LOG.warn("{} does not end although this replica leads no more", task.name());
    }

    private Counter counter(LeaderTask task) {
        return Counter.builder("portafilter_leader_task_failures")
                .description("Failures of what only the leader does, by task.")
                .tag("task", task.name())
                .register(meters);
    }
}
