package io.portafilter.e2e.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notes each scenario that was executed to its end; a skipped or aborted one is none. */
final class Scenarios implements TestExecutionListener {
    private final List<Executed> executed = new ArrayList<>();

    /**
     * A scenario.
     *
     * @param failure why it failed; empty: it passed
     */
    record Executed(String name, Optional<Throwable> failure) {}

    List<Executed> executed() {
        return executed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() != Status.ABORTED) {
            executed.add(new Executed(test.getDisplayName(), result.getThrowable()));
        }
    }
}
