package io.portafilter.controller.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Watches that begin and end together. All are added before the start, by one thread. */
public final class Watches implements AutoCloseable {
    private final List<ObjectWatch<?>> all = new ArrayList<>();

    /** One more, which waits for {@link #start}. */
    public void add(ObjectWatch<?> watch) {
        all.add(watch);
    }

    /**
     * Begins.
     *
     * @return complete when everything that there is was handed over; failed with {@link WatchForbiddenException} if the API server
     *     forbids part of it
     */
    public CompletableFuture<Void> start() {
        return CompletableFuture.allOf(all.stream().map(ObjectWatch::start).toArray(CompletableFuture[]::new));
    }

    /** How each is; those that we do without are left out. */
    public List<WatchState> states() {
        return all.stream()
                .filter(watch -> !watch.isAbsent())
                .map(ObjectWatch::state)
                .toList();
    }

    @Override
    public void close() {
        all.forEach(ObjectWatch::close);
    }
}
