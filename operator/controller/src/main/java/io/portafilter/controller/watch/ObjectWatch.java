package io.portafilter.controller.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch on one kind of object: the list first, page by page, then each change. It mends itself: a connection that breaks is made
 * again from the last version seen, and where the API server no longer knows that version (410) a new list tells what came, changed and
 * went meanwhile.
 */
public final class ObjectWatch<T extends HasMetadata> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectWatch.class);

    /** Objects a page of a list. */
    private static final long PAGE = 500;

    private final WatchedResource resource;
    private final Events<T> events;
    private final SharedIndexInformer<T> informer;
    private final CompletableFuture<Void> listed = new CompletableFuture<>();
    private final Need need;
    private volatile boolean absent;
    private volatile Optional<String> failure = Optional.empty();
    private volatile long lastConnected = System.nanoTime();

    /** What is to be done where the API server has nothing for us at the start. */
    public enum Need {
        /** The start fails if we are forbidden to read it. */
        ALWAYS,
        /** There is nothing, and all is well, if we are forbidden to read it. */
        IF_ALLOWED,
        /** There is nothing, and all is well, if the API server does not know the kind. */
        IF_SERVED
    }

    /** Takes what happens, one after the other. */
    public interface Events<T> {
        /** The object is now so. */
        void put(T object);

        /** The object is gone; of what is given only namespace and name count. */
        void delete(T object);
    }

    /**
     * A watch that waits for {@link #start}.
     *
     * @param resource what it is called
     * @param objects which objects
     * @param shells makes an object without anything in it
     * @param events takes what happens
     * @param need whether we can do without
     */
    public ObjectWatch(
            WatchedResource resource, Informable<T> objects, Supplier<T> shells, Events<T> events, Need need) {
        this.resource = resource;
        this.need = need;
        this.events = events;
        this.informer = objects.withLimit(PAGE)
                .runnableInformer(0)
                .removeNamespaceIndex()
                .itemStore(new VersionStore<>(shells))
                .exceptionHandler((_, problem) -> failed(problem))
                .addEventHandler(new Handler());
    }

    /** Begins; complete when all objects that there are were handed over, failed if the API server forbids it. */
    public CompletableFuture<Void> start() {
        informer.start();
        return listed;
    }

    /** Whether to try again. */
    private boolean failed(Throwable problem) {
        String sentence = resource.failure(problem, listed.isDone());
        boolean forbidden = WatchedResource.isForbidden(problem);
        boolean dispensable = switch (need) {
            case ALWAYS -> false;
            case IF_ALLOWED -> forbidden;
            case IF_SERVED -> WatchedResource.isUnknown(problem);
        };
        if (dispensable && !listed.isDone()) {
            LOG.info("{}; we do without", sentence);
            absent = true;
            listed.complete(null);
            return false;
        }
        if (!failure.equals(Optional.of(sentence))) {
            LOG.warn("{}", sentence);
        }
        failure = Optional.of(sentence);
        if (forbidden) {
            listed.completeExceptionally(new WatchForbiddenException(sentence));
        }
        return true;
    }

    /** Whether we do without. */
    public boolean isAbsent() {
        return absent;
    }

    /** How it is now. */
    public WatchState state() {
        boolean connected = informer.isWatching();
        if (connected) {
            lastConnected = System.nanoTime();
            failure = Optional.empty();
        }
        return new WatchState(
                resource, connected, Duration.ofNanos(connected ? 0 : System.nanoTime() - lastConnected), failure);
    }

    @Override
    public void close() {
        informer.stop();
    }

    private final class Handler implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            events.put(object);
        }

        @Override
        public void onUpdate(T before, T now) {
            events.put(now);
        }

        @Override
        public void onDelete(T object, boolean unknownFinalState) {
            events.delete(object);
        }

        @Override
        public void onList(String version, boolean remainedEmpty) {
            listed.complete(null);
        }
    }
}
