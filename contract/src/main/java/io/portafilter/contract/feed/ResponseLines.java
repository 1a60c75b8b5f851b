package io.portafilter.contract.feed;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.Level;

/** The body of an answer as lines, while it arrives: one read is held at a time, and silence is noticed. */
final class ResponseLines implements HttpResponse.BodySubscriber<ResponseLines> {
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final ArrayDeque<ByteBuffer> chunks = new ArrayDeque<>();
    private final LineBuffer buffer;
    private final Duration silence;
    private volatile Runnable more = () -> {};
    private Runnable consumed = () -> {};

    private sealed interface Arrival {}

    private record Bytes(List<ByteBuffer> buffers, Runnable consumed) implements Arrival {}

    private record End(String why, Level level) implements Arrival {}

    /**
     * Nothing has arrived yet.
     *
     * @param lineLimit the longest line, in bytes
     * @param silence how long nothing may arrive
     */
    ResponseLines(int lineLimit, Duration silence) {
        this.buffer = new LineBuffer(lineLimit);
        this.silence = silence;
    }

    /**
     * Waits for a line.
     *
     * @return the line without its line feed; an empty one is a heartbeat
     * @throws BrokenStream at the end, after a failure, after silence, and for a line over the limit
     */
    byte[] next() throws BrokenStream, InterruptedException {
        while (true) {
            while (!chunks.isEmpty()) {
                Optional<byte[]> line = buffer.take(chunks.getFirst());
                if (line.isPresent()) {
                    return line.get();
                }
                chunks.removeFirst();
            }
            await();
        }
    }

    /** What came after the last line feed. */
    byte[] rest() {
        return buffer.rest();
    }

    private void await() throws BrokenStream, InterruptedException {
        consumed.run();
        switch (arrivals.poll(silence.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new BrokenStream("the operator said nothing for " + silence.toSeconds() + " s");
            case Bytes(List<ByteBuffer> buffers, Runnable next) -> {
                chunks.addAll(buffers);
                consumed = next;
            }
            case End(String why, Level level) -> throw new BrokenStream(why, level, Optional.empty());
        }
    }

    @Override
    public CompletionStage<ResponseLines> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        more = () -> source.request(1);
        source.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrivals.add(new Bytes(buffers, more));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new End("the connection to the operator broke: " + Sentence.of(failure), Level.WARN));
    }

    @Override
    public void onComplete() {
        arrivals.add(new End("the operator ended the stream", Level.INFO));
    }
}
