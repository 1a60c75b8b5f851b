package io.portafilter.contract.feed;

import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Key;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes back up, in order, on a thread of its own: an operator that is slow to listen does not slow down what it says. Lives as long as
 * one stream; the next one begins with a summary, so nothing is lost by ending.
 */
final class Answers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int LONGEST_REASON = 500;

    private final StreamOptions options;
    private final Backoff backoff;
    private final ArrayDeque<Frame.Up> waiting = new ArrayDeque<>();
    private final Thread thread;

    Answers(StreamOptions options, RandomGenerator random) {
        this.options = options;
        this.backoff = new Backoff(options.pace().shortestWait(), options.pace().longestWait(), random);
        this.thread = Thread.ofVirtual().name("portafilter-answers").start(this::run);
    }

    /** Hands answers over; returns at once. The oldest are given up if the operator has not listened for very long. */
    synchronized void add(List<Frame.Up> answers) {
        waiting.addAll(answers);
        while (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
        }
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                deliver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With one client as long as it works; another one reads the CA bundle anew. */
    private void deliver() throws InterruptedException {
        List<Frame.Up> batch = List.of();
        try (OperatorClient client = new OperatorClient(options)) {
            while (true) {
                batch = take();
                if (!client.post(lines(batch))) {
                    LOG.warn("the operator does not understand {} of our answers", batch.size());
                }
                batch = List.of();
                backoff.reset();
            }
        } catch (BrokenStream e) {
            LOG.debug("answers wait: {}", e.getMessage());
            putBack(batch);
            Thread.sleep(backoff.next());
        }
    }

    private synchronized List<Frame.Up> take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        List<Frame.Up> batch = new ArrayList<>();
        while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private synchronized void putBack(List<Frame.Up> batch) {
        batch.reversed().forEach(waiting::addFirst);
    }

    private static byte[] lines(List<Frame.Up> batch) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        batch.forEach(frame -> lines.writeBytes(FrameLines.write(cut(frame))));
        return lines.toByteArray();
    }

    private static Frame.Up cut(Frame.Up frame) {
        return switch (frame) {
            case Frame.Refused(Key key, Digest digest, String reason)
            when reason.length() > LONGEST_REASON ->
                new Frame.Refused(key, digest, reason.substring(0, LONGEST_REASON));
            case Frame.Refused _, Frame.Applied _ -> frame;
        };
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
