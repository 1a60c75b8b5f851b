package io.portafilter.contract.feed;

import io.portafilter.contract.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the stream's thread notes about itself and others read. */
final class StreamTrack {
    private final AtomicLong streams = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong contractErrors = new AtomicLong();
    private volatile boolean connected;
    private volatile StreamStatus.Source source = StreamStatus.Source.NONE;
    private volatile Optional<Version> version = Optional.empty();
    private volatile Optional<Instant> changed = Optional.empty();
    private volatile Optional<Instant> lastContact = Optional.empty();
    private volatile int refused;

    void opened() {
        streams.incrementAndGet();
        connected = true;
        heard();
    }

    void heard() {
        lastContact = Optional.of(Instant.now());
    }

    /** The operator has nothing to add to what is served; whether that is news. */
    boolean confirmed() {
        boolean news = source == StreamStatus.Source.DISK;
        if (news) {
            source = StreamStatus.Source.OPERATOR;
        }
        return news;
    }

    void committed(Version now) {
        commits.incrementAndGet();
        serves(StreamStatus.Source.OPERATOR, now, Instant.now());
    }

    void restored(Version then, Instant since) {
        serves(StreamStatus.Source.DISK, then, since);
    }

    private void serves(StreamStatus.Source by, Version what, Instant since) {
        version = Optional.of(what);
        changed = Optional.of(since);
        source = by;
    }

    void refused(int objects) {
        refused = objects;
    }

    void broke() {
        connected = false;
        broken.incrementAndGet();
    }

    void brokeContract() {
        contractErrors.incrementAndGet();
    }

    StreamStatus status() {
        return new StreamStatus(
                connected,
                source,
                version,
                changed,
                lastContact,
                streams.get(),
                commits.get(),
                refused,
                broken.get(),
                contractErrors.get());
    }
}
