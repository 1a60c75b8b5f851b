package io.portafilter.controller.stream;

import io.portafilter.compiler.Compilation;
import io.portafilter.contract.Digest;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import io.portafilter.controller.compile.StepListener;
import io.portafilter.controller.compile.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What is published at this moment, the steps that led there, and everybody who follows.
 *
 * <pre>
 *   compile loop ── stepped ──▶ Hub ──▶ Subscription ──▶ a thread that writes to its proxy
 *                                  └──▶ Subscription ──▶ …
 * </pre>
 *
 * <p>Whoever subscribes sees one cut: what was published when it came, and then every step after that, in order, none twice. Nobody
 * who is slow makes the compile loop or another subscriber wait.
 */
public final class Hub implements StepListener, AutoCloseable {
    private final HubOptions options;
    private final History history;
    private final Set<Subscription> subscriptions = new HashSet<>();
    private PMap<Key, Frame.Put> incomplete = HashTreePMap.empty();
    private final LongAdder dropped = new LongAdder();
    private boolean closed;
    private volatile Optional<Published> published = Optional.empty();

    private record Published(PMap<Key, Frame.Put> objects, Version version) {}

    /** A hub that has seen no step yet. */
    public Hub(HubOptions options) {
        this.options = options;
        this.history = new History(options.historySteps(), options.historyBytes());
    }

    @Override
    public void stepped(Compilation compilation, List<Frame.Down> frames, View view) {
        if (view.ready()) {
            publish(frames, view.version());
        } else {
            incomplete = apply(frames, incomplete);
        }
    }

    /**
     * Publishes one step, from one thread.
     *
     * @param frames puts, deletes and a commit; or nothing
     * @param version after them
     */
    void publish(List<Frame.Down> frames, Version version) {
        Optional<Published> before = published;
        if (before.isPresent() && frames.isEmpty()) {
            return;
        }
        Published after =
                new Published(apply(frames, before.map(Published::objects).orElse(incomplete)), version);
        incomplete = HashTreePMap.empty();
        // The first step can be everything that there is, and nobody was there to be told of it as a step.
        Optional<StepLines> step = before.map(then -> StepLines.of(then.version(), version, frames));
        synchronized (this) {
            published = Optional.of(after);
            step.ifPresent(lines -> {
                history.add(lines);
                int followers = subscriptions.size();
                subscriptions.removeIf(subscription -> !subscription.offer(lines));
                dropped.add(followers - subscriptions.size());
            });
        }
    }

    private static PMap<Key, Frame.Put> apply(List<Frame.Down> frames, PMap<Key, Frame.Put> objects) {
        PMap<Key, Frame.Put> after = objects;
        for (Frame.Down frame : frames) {
            after = switch (frame) {
                case Frame.Put put -> after.plus(put.object().key(), put);
                case Frame.Delete delete -> after.minus(delete.key());
                case Frame.Commit _ -> after;
                case Frame.Inventory _ ->
                    throw new IllegalArgumentException("a step has puts, deletes and a commit, no inventory");
            };
        }
        return after;
    }

    /**
     * A subscriber comes.
     *
     * @param has the version that it has; empty if it has nothing
     * @return empty while there is nothing to subscribe to: before the first step, or after the end
     */
    Optional<Subscription> subscribe(Optional<Version> has) {
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            return published.map(now -> {
                Subscription subscription =
                        new Subscription(this, start(has, now), options.queueSteps(), options.queueBytes());
                subscriptions.add(subscription);
                return subscription;
            });
        }
    }

    private Start start(Optional<Version> has, Published now) {
        if (has.filter(now.version()::equals).isPresent()) {
            return new Start.Nothing();
        }
        return has.flatMap(history::since)
                .<Start>map(Start.Missing::new)
                .orElseGet(() -> new Start.Everything(now.objects(), now.version()));
    }

    synchronized void leave(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Whether proxies can be served: the first step was made, and the end has not come. */
    public synchronized boolean ready() {
        return published.isPresent() && !closed;
    }

    /** The version of what is published; empty before the first step. */
    public Optional<Version> version() {
        return published.map(Published::version);
    }

    /** The digest under which an object is published now, if it is. */
    public Optional<Digest> digest(Key key) {
        return published.map(now -> now.objects().get(key)).map(Frame.Put::digest);
    }

    /** How many objects are published. */
    public int objects() {
        return published.map(now -> now.objects().size()).orElse(0);
    }

    /** How many follow at this moment. */
    public synchronized int subscribers() {
        return subscriptions.size();
    }

    /** How many were dropped so far because they were too far behind, or because they were gone. */
    public long dropped() {
        return dropped.sum();
    }

    /** How many bytes of recent steps are kept for those who come back. */
    public synchronized long historyBytes() {
        return history.bytes();
    }

    /** Ends all subscriptions; nobody can subscribe any more. */
    @Override
    public synchronized void close() {
        closed = true;
        subscriptions.forEach(subscription -> subscription.end(Subscription.End.SHUTDOWN));
        subscriptions.clear();
    }
}
