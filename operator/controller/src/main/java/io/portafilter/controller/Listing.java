package io.portafilter.controller;

import io.portafilter.controller.watch.WatchState;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The first part of a start: the API server tells what there is. */
final class Listing {
    private Listing() {}

    /**
     * Waits until it has told everything.
     *
     * @param limit how long at the most
     * @param server who is asked
     * @param watches how the watches are, for what is said when it takes too long
     * @param lists complete when all of a watch is told
     * @throws StartException with a sentence that says what is missing
     */
    static void await(Duration limit, URL server, Supplier<List<WatchState>> watches, CompletableFuture<?>... lists)
            throws StartException, InterruptedException {
        try {
            CompletableFuture.allOf(lists).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StartException(
                    "The API server " + server + " did not tell everything within " + limit.toSeconds() + " s. "
                            + watches.get().stream()
                                    .flatMap(watch -> watch.failure().stream())
                                    .findFirst()
                                    .orElse("It does not answer"),
                    e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
