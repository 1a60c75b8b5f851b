package io.portafilter.cli.serve;

import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Logs each problem when it appears and when it is gone, and never in between. Not safe for use by several threads. */
final class ProblemLog {
    private static final int AT_ONCE = 100;

    private final Logger log;
    private Problems before = new Problems(List.of());

    ProblemLog(Logger log) {
        this.log = log;
    }

    /** These are the problems now. */
    void update(Problems now) {
        ProblemDiff diff = ProblemDiff.between(before, now);
        before = now;
        bounded(diff.gone(), problem -> log.info("no longer: {}", problem));
        bounded(diff.appeared(), problem -> log.atLevel(level(problem)).log("{}", problem));
    }

    private void bounded(List<Problem> problems, Consumer<Problem> logOne) {
        problems.stream().limit(AT_ONCE).forEach(logOne);
        if (problems.size() > AT_ONCE) {
            log.warn("... and {} more of these; portafilter check lists them all", problems.size() - AT_ONCE);
        }
    }

    private static Level level(Problem problem) {
        return switch (problem.severity()) {
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }
}
