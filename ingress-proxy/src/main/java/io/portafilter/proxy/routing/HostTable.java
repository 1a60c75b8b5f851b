package io.portafilter.proxy.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which host has a name (behaviour §2.5): a plain name, a rule's wildcard of one label, the longest alias wildcard, a regular
 * expression, the catch-all.
 */
final class HostTable<R> {
    /** DNS allows no longer name; it bounds the work for one that an attacker makes up. */
    private static final int LONGEST_NAME = 253;

    private final BucketMap<HostRoutes<R>> hosts;
    private final Names<R> exact;
    private final Names<R> oneLabel;
    private final Names<R> anyLabels;
    private final List<HostRule<R>> regexes;
    private final Optional<HostRule<R>> catchAll;

    private HostTable(
            BucketMap<HostRoutes<R>> hosts,
            Names<R> exact,
            Names<R> oneLabel,
            Names<R> anyLabels,
            List<HostRule<R>> regexes,
            Optional<HostRule<R>> catchAll) {
        this.hosts = hosts;
        this.exact = exact;
        this.oneLabel = oneLabel;
        this.anyLabels = anyLabels;
        this.regexes = regexes;
        this.catchAll = catchAll;
    }

    static <R> HostTable<R> empty() {
        return new HostTable<>(
                BucketMap.empty(), Names.none(), Names.none(), Names.none(), List.of(), Optional.empty());
    }

    /** The rule that takes this name, or null. */
    @Nullable
    HostRule<R> find(String name) {
        HostRule<R> rule = exact.get(name);
        if (rule == null && name.length() <= LONGEST_NAME) {
            rule = findWildcard(name);
            if (rule == null) {
                rule = findRegex(name);
            }
        }
        return rule == null ? catchAll.orElse(null) : rule;
    }

    private @Nullable HostRule<R> findWildcard(String name) {
        int dot = name.indexOf('.');
        if (dot > 0 && HostPattern.OneLabel.isLabel(name, dot)) {
            HostRule<R> rule = oneLabel.get(name.substring(dot + 1));
            if (rule != null) {
                return rule;
            }
        }
        for (dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
            HostRule<R> rule = anyLabels.get(name.substring(dot + 1));
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private @Nullable HostRule<R> findRegex(String name) {
        for (HostRule<R> rule : regexes) {
            if (rule.pattern().matches(name)) {
                return rule;
            }
        }
        return null;
    }

    Optional<HostRoutes<R>> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    /** Every rule that could take the name, and those that claim it itself; plain names of others are left out. */
    Stream<HostRule<R>> considered(String name) {
        return Stream.of(exact.claims(name), oneLabel.all(), anyLabels.all(), regexes.stream(), catchAll.stream())
                .flatMap(rules -> rules)
                .sorted(Comparator.<HostRule<R>>comparingInt(
                                rule -> rule.pattern().rank())
                        .thenComparing(rule -> rule.pattern().toString())
                        .thenComparing(HostRule.ORDER));
    }

    Editor<R> edit() {
        return new Editor<>(this);
    }

    /** Collects changes. */
    static final class Editor<R> {
        private final BucketMap.Editor<HostRoutes<R>> hosts;
        private final Names.Editor<R> exact;
        private final Names.Editor<R> oneLabel;
        private final Names.Editor<R> anyLabels;
        private List<HostRule<R>> regexes;
        private Optional<HostRule<R>> catchAll;

        private Editor(HostTable<R> before) {
            hosts = before.hosts.edit();
            exact = before.exact.edit();
            oneLabel = before.oneLabel.edit();
            anyLabels = before.anyLabels.edit();
            regexes = before.regexes;
            catchAll = before.catchAll;
        }

        void put(HostRoutes<R> host) {
            remove(host.name());
            hosts.put(host.name(), host);
            host.rules().forEach(this::add);
        }

        private void add(HostRule<R> rule) {
            switch (rule.pattern()) {
                case HostPattern.Exact(String name) -> exact.add(name, rule);
                case HostPattern.OneLabel(String parent) -> oneLabel.add(parent, rule);
                case HostPattern.AnyLabels(String suffix) -> anyLabels.add(suffix, rule);
                case HostPattern.Regex _ ->
                    // The sort is stable: a host's own expressions stay in the order of its annotation.
                    regexes = Stream.concat(regexes.stream(), Stream.of(rule))
                            .sorted(HostRule.ORDER)
                            .toList();
                case HostPattern.CatchAll _ -> catchAll = Optional.of(rule);
            }
        }

        void remove(String name) {
            HostRoutes<R> host = hosts.get(name);
            if (host == null) {
                return;
            }
            hosts.remove(name);
            host.rules().map(HostRule::pattern).forEach(pattern -> remove(pattern, host));
        }

        private void remove(HostPattern pattern, HostRoutes<R> host) {
            switch (pattern) {
                case HostPattern.Exact(String name) -> exact.remove(name, host);
                case HostPattern.OneLabel(String parent) -> oneLabel.remove(parent, host);
                case HostPattern.AnyLabels(String suffix) -> anyLabels.remove(suffix, host);
                case HostPattern.Regex _ ->
                    regexes = regexes.stream()
                            .filter(rule -> !rule.host().name().equals(host.name()))
                            .toList();
                case HostPattern.CatchAll _ -> catchAll = Optional.empty();
            }
        }

        HostTable<R> build() {
            return new HostTable<>(
                    hosts.build(), exact.build(), oneLabel.build(), anyLabels.build(), regexes, catchAll);
        }
    }
}
