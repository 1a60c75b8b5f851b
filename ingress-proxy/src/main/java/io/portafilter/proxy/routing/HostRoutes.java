package io.portafilter.proxy.routing;

import java.util.List;
import java.util.stream.Stream;

/**
 * One host: its names and its rules. It inherits nothing from another host.
 *
 * @param name the host of its rules, unique in a table: a name, a {@code *.}-wildcard or {@link HostPattern#CATCH_ALL}
 * @param aliases its other names
 * @param paths its rules
 * @param <R> what a route is
 */
public record HostRoutes<R>(String name, List<HostPattern> aliases, PathTable<R> paths) {
    /** Copies the list. */
    public HostRoutes {
        aliases = List.copyOf(aliases);
    }

    /** A rule for each of its names. */
    Stream<HostRule<R>> rules() {
        return Stream.concat(
                Stream.of(new HostRule<>(HostPattern.ofRule(name), false, this)),
                aliases.stream().map(alias -> new HostRule<>(alias, true, this)));
    }
}
