package io.portafilter.proxy.routing;

import java.util.List;
import java.util.stream.Stream;

/** Tables whose routes are texts of the form {@code host path}. */
final class Tables {
    static final String NOTHING = "nothing";

    private Tables() {}

    @SafeVarargs
    static RoutingTable<String> table(HostRoutes<String>... hosts) {
        RoutingTable.Editor<String> editor = RoutingTable.<String>empty(NOTHING).edit();
        for (HostRoutes<String> host : hosts) {
            editor.put(host);
        }
        return editor.build();
    }

    /** A host with one prefix rule for everything. */
    static HostRoutes<String> host(String name, String... aliases) {
        return host(name, List.of(aliases), new PathPattern.Prefix("/"));
    }

    static HostRoutes<String> host(String name, List<String> aliases, PathPattern... patterns) {
        List<PathRule<String>> rules = Stream.of(patterns)
                .map(pattern -> new PathRule<>(pattern, name + " " + pattern))
                .toList();
        return new HostRoutes<>(name, aliases.stream().map(HostPattern::ofAlias).toList(), new PathTable<>(rules));
    }
}
