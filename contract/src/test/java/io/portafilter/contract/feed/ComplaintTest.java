package io.portafilter.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class ComplaintTest {
    private final LogLines log = new LogLines();
    private long now = 1;
    private final Complaint complaint =
            new Complaint(LoggerFactory.getLogger("io.portafilter.contract.feed.Test"), () -> now);

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void theSameIsSaidOnceAMinute() {
        complaint.say(Level.WARN, "a");
        complaint.say(Level.WARN, "a");
        now += Duration.ofSeconds(59).toNanos();
        complaint.say(Level.WARN, "a");
        assertThat(log.all()).containsExactly("a");

        now += Duration.ofSeconds(1).toNanos();
        complaint.say(Level.WARN, "a");

        assertThat(log.all()).containsExactly("a", "a");
    }

    @Test
    void somethingElseIsSaidAtOnceAndSoIsWhatBeginsAgain() {
        complaint.say(Level.WARN, "a");
        complaint.say(Level.ERROR, "b");
        complaint.over();
        complaint.say(Level.ERROR, "b");

        assertThat(log.all()).containsExactly("a", "b", "b");
    }
}
