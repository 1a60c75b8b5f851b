package io.portafilter.proxy.routing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of one kind, each with the rules that claim it; the first of them has it. */
final class Names<R> {
    private final BucketMap<List<HostRule<R>>> claims;

    private Names(BucketMap<List<HostRule<R>>> claims) {
        this.claims = claims;
    }

    static <R> Names<R> none() {
        return new Names<>(BucketMap.empty());
    }

    @Nullable
    HostRule<R> get(String name) {
        List<HostRule<R>> rules = claims.get(name);
        return rules == null ? null : rules.getFirst();
    }

    /** Everybody who claims the name. */
    Stream<HostRule<R>> claims(String name) {
        List<HostRule<R>> rules = claims.get(name);
        return rules == null ? Stream.empty() : rules.stream();
    }

    /** All rules. */
    Stream<HostRule<R>> all() {
        return claims.values().flatMap(List::stream);
    }

    Editor<R> edit() {
        return new Editor<>(claims.edit());
    }

    static final class Editor<R> {
        private final BucketMap.Editor<List<HostRule<R>>> claims;

        private Editor(BucketMap.Editor<List<HostRule<R>>> claims) {
            this.claims = claims;
        }

        void add(String name, HostRule<R> rule) {
            List<HostRule<R>> before = claims.get(name);
            claims.put(
                    name,
                    Stream.concat(before == null ? Stream.empty() : before.stream(), Stream.of(rule))
                            .sorted(HostRule.ORDER)
                            .toList());
        }

        void remove(String name, HostRoutes<R> host) {
            List<HostRule<R>> before = claims.get(name);
            if (before == null) {
                return;
            }
            List<HostRule<R>> after = before.stream()
                    .filter(rule -> !rule.host().name().equals(host.name()))
                    .toList();
            if (after.isEmpty()) {
                claims.remove(name);
            } else {
                claims.put(name, after);
            }
        }

        Names<R> build() {
            return new Names<>(claims.build());
        }
    }
}
