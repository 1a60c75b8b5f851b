package io.portafilter.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.portafilter.cli.report.Problem;
import io.portafilter.cli.report.Problems;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemLogTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("problems");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ProblemLog log = new ProblemLog(logger);

    @BeforeEach
    void listen() {
        lines.setContext(context);
        lines.start();
        logger.addAppender(lines);
    }

    @Test
    void aProblemIsLoggedWhenItAppearsAndWhenItIsGoneAndNeverInBetween() {
        Problems one = new Problems(List.of(ProblemDiffTest.problem("web", 7)));
        log.update(one);
        log.update(one);
        log.update(new Problems(List.of()));
        log.update(new Problems(List.of()));

        assertThat(lines.list)
                .extracting(ILoggingEvent::toString)
                .containsExactly(
                        "[ERROR] web.yaml:7:1: error: Ingress default/web spec: it is wrong [ingress-invalid]",
                        "[INFO] no longer: web.yaml:7:1: error: Ingress default/web spec: it is wrong [ingress-invalid]");
    }

    @Test
    void manyAtOnceAreCounted() {
        List<Problem> many = IntStream.range(0, 130)
                .mapToObj(i -> ProblemDiffTest.problem("web-" + i, i + 1))
                .toList();
        log.update(new Problems(many));

        assertThat(lines.list).hasSize(101);
        assertThat(lines.list.getLast().getFormattedMessage())
                .isEqualTo("... and 30 more of these; portafilter check lists them all");
    }
}
