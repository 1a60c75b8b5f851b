package io.portafilter.controller.stream;

import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which proxies follow this operator, and what they answered. Those that are gone are forgotten after ten minutes. */
public final class Proxies {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MAX_REFUSED = 1000;
    private static final int MAX_REASON = 500;

    private final Hub hub;
    private final InstantSource clock;
    private final int maxStreams;
    private final int maxStreamsOfOne;
    private final int reportsPerSecond;
    private final TreeMap<ProxyIdentity, Known> known = new TreeMap<>();
    private int streams;

    private static final class Known {
        private final RateLimit reports;
        private final TreeMap<Key, ProxyState.Refused> refused = new TreeMap<>();
        private int streams;
        private Instant since;
        private Instant heard;
        private Optional<Version> applied = Optional.empty();
        private Optional<Instant> reported = Optional.empty();

        Known(int reportsPerSecond, Instant now) {
            reports = RateLimit.perSecond(reportsPerSecond);
            since = now;
            heard = now;
        }
    }

    Proxies(Hub hub, StreamOptions options, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        this.maxStreams = options.streams();
        this.maxStreamsOfOne = options.streamsOfOneProxy();
        this.reportsPerSecond = options.reports();
    }

    /** A stream begins; empty if it is one too many. Whoever gets it closes it once. */
    synchronized Optional<Attendance> enter(ProxyIdentity proxy) {
        Known it = known(proxy);
        if (streams >= maxStreams || it.streams >= maxStreamsOfOne) {
            return Optional.empty();
        }
        if (it.streams == 0) {
            it.since = clock.instant();
        }
        it.streams++;
        streams++;
        return Optional.of(() -> leave(it));
    }

    /** A stream of a proxy, while it lasts. */
    interface Attendance extends AutoCloseable {
        @Override
        void close();
    }

    private synchronized void leave(Known it) {
        it.streams--;
        it.heard = clock.instant();
        streams--;
    }

    /** How long a report has to wait for its turn; empty if that is too long. */
    Optional<Duration> turn(ProxyIdentity proxy, Duration patience) {
        RateLimit reports;
        synchronized (this) {
            reports = known(proxy).reports;
        }
        return reports.reserve(patience);
    }

    /** A proxy answered. */
    synchronized void reported(ProxyIdentity proxy, List<Frame.Up> frames) {
        Known it = known(proxy);
        it.heard = clock.instant();
        it.reported = Optional.of(it.heard);
        for (Frame.Up frame : frames) {
            switch (frame) {
                case Frame.Applied applied -> it.applied = Optional.of(applied.version());
                case Frame.Refused refused -> {
                    if (it.refused.size() < MAX_REFUSED || it.refused.containsKey(refused.key())) {
                        it.refused.put(refused.key(), cut(refused));
                    }
                }
            }
        }
        it.refused.values().removeIf(this::outdated);
    }

    private static ProxyState.Refused cut(Frame.Refused refused) {
        String reason = refused.reason();
        return new ProxyState.Refused(
                refused.key(), refused.digest(), reason.substring(0, Math.min(MAX_REASON, reason.length())));
    }

    private boolean outdated(ProxyState.Refused refused) {
        return !hub.digest(refused.key()).equals(Optional.of(refused.digest()));
    }

    /** How many streams there are. */
    public synchronized int streams() {
        return streams;
    }

    /** All that are known, sorted. */
    public synchronized List<ProxyState> list() {
        forget();
        return known.entrySet().stream()
                .map(entry -> state(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The objects that any of them cannot take, sorted by key. */
    public List<RefusedObject> refused() {
        TreeMap<Key, List<ProxyState>> byObject = new TreeMap<>();
        list().forEach(state -> state.refused()
                .forEach(one -> byObject.computeIfAbsent(one.key(), _ -> new ArrayList<>())
                        .add(state)));
        return byObject.entrySet().stream()
                .map(entry -> refused(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RefusedObject refused(Key key, List<ProxyState> states) {
        ProxyState.Refused first = states.getFirst().refused().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return new RefusedObject(
                key,
                first.digest(),
                first.reason(),
                states.stream().map(ProxyState::proxy).toList());
    }

    private ProxyState state(ProxyIdentity proxy, Known it) {
        return new ProxyState(
                proxy,
                it.streams > 0 ? Optional.of(it.since) : Optional.empty(),
                it.streams,
                it.applied,
                it.reported,
                it.refused.values().stream().filter(one -> !outdated(one)).toList());
    }

    private Known known(ProxyIdentity proxy) {
        Known it = known.get(proxy);
        if (it == null) {
            forget();
            it = new Known(reportsPerSecond, clock.instant());
            known.put(proxy, it);
        }
        return it;
    }

    private void forget() {
        Instant limit = clock.instant().minus(MEMORY);
        known.values().removeIf(it -> it.streams == 0 && it.heard.isBefore(limit));
    }
}
