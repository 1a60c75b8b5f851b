package io.portafilter.proxy.accesslog;

import io.netty.channel.EventLoop;
import io.portafilter.proxy.exchange.ExchangeObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes access lines to a sink. Event loops fill chunks and never wait: when the sink has stalled for so long that the queue is
 * full, whole chunks are dropped and counted.
 */
public final class AccessLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int QUEUE = 256;
    private static final long CLOSE_MILLIS = 5_000;

    private final OutputStream sink;
    private final ZoneId zone;
    private final BlockingQueue<LogChunk> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<LoopLog> loops = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;

    /**
     * Starts the writer.
     *
     * @param sink where lines go; flushed after each chunk, closed by its owner
     * @param zone of {@code $time_local}
     */
    public AccessLog(OutputStream sink, ZoneId zone) {
        this.sink = sink;
        this.zone = zone;
        this.writer =
                Thread.ofPlatform().daemon().name("portafilter-access-log").start(this::write);
    }

    /** The observer of one event loop; lines reach the queue every 200 ms, or sooner when there are many. */
    public ExchangeObserver observer(EventLoop loop) {
        LoopLog log = new LoopLog(this, new AccessLine(zone));
        loops.add(log);
        loop.scheduleAtFixedRate(log::handOver, 200, 200, TimeUnit.MILLISECONDS);
        return log;
    }

    /** How many lines were lost because the sink did not take them. */
    public long droppedLines() {
        return dropped.get();
    }

    /** Takes a chunk that is complete; never waits. */
    void offer(LogChunk chunk) {
        if (!queue.offer(chunk)) {
            dropped.addAndGet(chunk.lines());
        }
    }

    private void write() {
        try {
            while (!closing || !queue.isEmpty()) {
                LogChunk chunk = queue.poll(100, TimeUnit.MILLISECONDS);
                if (chunk != null) {
                    write(chunk);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(LogChunk chunk) {
        try {
            chunk.writeTo(sink);
            sink.flush();
        } catch (IOException e) {
            dropped.addAndGet(chunk.lines());
            LOG.warn("the access log cannot be written, so lines are lost: {}", e.getMessage());
        }
    }

    /** Writes what there is, for at most five seconds, and ends. To be called when the event loops have stopped. */
    @Override
    public void close() {
        loops.forEach(LoopLog::handOver);
        closing = true;
        try {
            writer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
    }
}
