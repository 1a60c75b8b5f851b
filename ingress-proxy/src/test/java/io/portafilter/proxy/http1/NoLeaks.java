package io.portafilter.proxy.http1;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Fails a test class after which Netty has found a buffer that nobody released. */
public final class NoLeaks implements BeforeAllCallback, AfterAllCallback {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        begin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> leaks = end();
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " leaked buffers, the first: " + leaks.getFirst());
        }
    }

    void begin() {
        log.start();
        logger().addAppender(log);
        logger().setAdditive(false);
    }

    List<String> end() {
        List<String> leaks = found();
        logger().detachAppender(log);
        logger().setAdditive(true);
        return leaks;
    }

    /** Collects garbage until Netty has had every chance to see leaks; says what it reported. */
    List<String> found() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(64).release();
            ByteBufAllocator.DEFAULT.compositeBuffer(2).release();
        }
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("LEAK"))
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    }
}
