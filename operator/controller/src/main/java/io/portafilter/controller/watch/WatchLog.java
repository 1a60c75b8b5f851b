package io.portafilter.controller.watch;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log when watches break and when they are whole again, once each; the client mends them and says nothing of it. */
public final class WatchLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchLog.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Supplier<List<WatchState>> states;
    private final Set<WatchedResource> broken = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("watch-log").factory());

    private WatchLog(Supplier<List<WatchState>> states) {
        this.states = states;
    }

    /** Looks every 5 s from now on. */
    public static WatchLog start(Supplier<List<WatchState>> states) {
        WatchLog log = new WatchLog(states);
        log.timer.scheduleWithFixedDelay(log::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return log;
    }

    private void look() {
        for (WatchState state : states.get()) {
            WatchedResource resource = state.resource();
            if (!state.connected() && broken.add(resource)) {
                LOG.warn(
                        "no changes of {} in {} arrive: the API server cannot be reached; what is published stays, and nothing"
                                + " is missed",
                        resource.plural(),
                        resource.where());
            } else if (state.connected() && broken.remove(resource)) {
                LOG.info("changes of {} in {} arrive again", resource.plural(), resource.where());
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
