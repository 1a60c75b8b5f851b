package io.portafilter.controller.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Sends a subscription: what it starts with, then steps as they come, each flushed at once, and a blank line when there is nothing. */
final class StreamBody {
    private final Subscription subscription;
    private final Duration heartbeat;
    private final Duration age;

    StreamBody(Subscription subscription, Duration heartbeat, Duration age) {
        this.subscription = subscription;
        this.heartbeat = heartbeat;
        this.age = age;
    }

    /** Until it ends, or is old enough for its client to come back with a new token. */
    void send(OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + age.toNanos();
        ChunkedOutput body = new ChunkedOutput(out);
        subscription.start().writeTo(body);
        // Whoever has the newest version learns at once that it has.
        body.write('\n');
        body.flush();
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                body.finish();
                return;
            }
            switch (subscription.next(left.compareTo(heartbeat) < 0 ? left : heartbeat)) {
                case Subscription.Next.Steps(var steps) -> {
                    for (StepLines step : steps) {
                        step.writeTo(body);
                    }
                }
                case Subscription.Next.Quiet _ -> body.write('\n');
                case Subscription.Next.Ended _ -> {
                    body.finish();
                    return;
                }
            }
            body.flush();
        }
    }
}
