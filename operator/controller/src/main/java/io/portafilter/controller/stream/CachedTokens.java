package io.portafilter.controller.stream;

import io.portafilter.contract.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers verdicts for a short while, by the token's SHA-256. A no is remembered so shortly that a proxy whose token has just become
 * good does not notice, and apart from the yeses, so that invented tokens push out no good ones. That nobody can tell is not remembered.
 */
final class CachedTokens implements Tokens {
    static final Duration YES = Duration.ofMinutes(1);
    static final Duration NO = Duration.ofSeconds(2);

    private static final int MOST_YES = 4096;
    private static final int MOST_NO = 256;

    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<Digest, Remembered> yes = new Bounded(MOST_YES);
    private final Map<Digest, Remembered> no = new Bounded(MOST_NO);

    private record Remembered(Verdict verdict, Instant until) {}

    /** Forgets the oldest when there are too many. */
    private static final class Bounded extends LinkedHashMap<Digest, Remembered> {
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Remembered> eldest) {
            return size() > most;
        }
    }

    CachedTokens(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Verdict judge(String token) {
        Digest digest = Digest.of(token.getBytes(StandardCharsets.UTF_8));
        return remembered(digest).orElseGet(() -> {
            Verdict verdict = tokens.judge(token);
            switch (verdict) {
                case Verdict.Accepted _ -> remember(yes, digest, verdict, YES);
                case Verdict.NotAccepted _, Verdict.Foreign _ -> remember(no, digest, verdict, NO);
                case Verdict.Unknown _ -> {
                    // The next one who asks may have more luck.
                }
            }
            return verdict;
        });
    }

    private synchronized Optional<Verdict> remembered(Digest digest) {
        Instant now = clock.instant();
        return Optional.ofNullable(yes.get(digest))
                .or(() -> Optional.ofNullable(no.get(digest)))
                .filter(one -> now.isBefore(one.until()))
                .map(Remembered::verdict);
    }

    private synchronized void remember(Map<Digest, Remembered> where, Digest digest, Verdict verdict, Duration time) {
        yes.remove(digest);
        no.remove(digest);
        where.put(digest, new Remembered(verdict, clock.instant().plus(time)));
    }
}
