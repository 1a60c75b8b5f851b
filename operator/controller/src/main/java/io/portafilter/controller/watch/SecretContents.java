package io.portafilter.controller.watch;

import io.portafilter.snapshot.Difference;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whose contents are fetched: those of the Secrets that exist and that somebody asks for, once for each version. Contents that
 * nobody asks for any more are not ours to keep. Used by several threads.
 */
final class SecretContents {
    private final Fetcher fetcher;
    private final SecretSink sink;
    private final Map<Name, String> versions = new HashMap<>();
    private final Map<Name, Wanted> wanted = new HashMap<>();
    private long tickets;

    /** Gets contents; calls {@link #fetched} when it has them, or knows that there are none. Returns at once. */
    @FunctionalInterface
    interface Fetcher {
        void fetch(Name secret, long ticket);
    }

    /** A Secret that somebody asks for, whether it exists or not. */
    private static final class Wanted {
        /** Of the contents that were handed over; empty for none. */
        private String version = "";
        /** Of the fetch that is under way. */
        private Optional<Long> ticket = Optional.empty();
        /** Whether it changed since that fetch began. */
        private boolean changed;
    }

    SecretContents(Fetcher fetcher, SecretSink sink) {
        this.fetcher = fetcher;
        this.sink = sink;
    }

    /** A Secret exists, in this version. */
    synchronized void exists(Name secret, String version) {
        if (versions.put(secret, version) == null) {
            sink.exists(secret);
        }
        Wanted mine = wanted.get(secret);
        if (mine != null) {
            mine.changed = true;
            refresh(secret, mine, version);
        }
    }

    /** A Secret is gone. */
    synchronized void gone(Name secret) {
        versions.remove(secret);
        Wanted mine = wanted.get(secret);
        if (mine != null) {
            mine.version = "";
        }
        sink.gone(secret);
    }

    /** Somebody asks for other Secrets than before. */
    synchronized void want(Difference<Name> secrets) {
        for (Name secret : secrets.went()) {
            if (wanted.remove(secret) != null && versions.containsKey(secret)) {
                sink.exists(secret);
            }
        }
        for (Name secret : secrets.came()) {
            Wanted mine = wanted.computeIfAbsent(secret, _ -> new Wanted());
            Optional.ofNullable(versions.get(secret)).ifPresent(version -> refresh(secret, mine, version));
        }
    }

    private void refresh(Name secret, Wanted mine, String version) {
        if (mine.ticket.isEmpty() && !version.equals(mine.version)) {
            long ticket = ++tickets;
            mine.ticket = Optional.of(ticket);
            mine.changed = false;
            fetcher.fetch(secret, ticket);
        }
    }

    /**
     * The answer to a fetch.
     *
     * @param contents empty if there is no such Secret
     */
    synchronized void fetched(Name secret, long ticket, Optional<Fetched> contents) {
        Wanted mine = wanted.get(secret);
        if (mine == null || !isAwaited(secret, ticket)) {
            return;
        }
        mine.ticket = Optional.empty();
        String newest = versions.get(secret);
        if (newest == null) {
            return;
        }
        contents.ifPresent(fetched -> {
            mine.version = fetched.version();
            sink.contents(fetched.secret());
        });
        // Without a change meanwhile a difference only means that the watch has yet to tell of what was fetched.
        if (mine.changed) {
            refresh(secret, mine, newest);
        }
    }

    /** The API server refuses to tell the contents, and will do so again: as good as no Secret, until it tells them after all. */
    synchronized void refused(Name secret, long ticket) {
        if (isAwaited(secret, ticket)) {
            sink.gone(secret);
        }
    }

    /** Whether somebody still waits for this fetch. */
    synchronized boolean isAwaited(Name secret, long ticket) {
        Wanted mine = wanted.get(secret);
        return mine != null && mine.ticket.equals(Optional.of(ticket));
    }

    /** Contents and the version that they are of. */
    record Fetched(Secret secret, String version) {}
}
