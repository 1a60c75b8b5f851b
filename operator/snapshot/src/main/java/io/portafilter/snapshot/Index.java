package io.portafilter.snapshot;

import java.util.Set;
import java.util.function.Function;

/**
 * A way to find objects by something other than their name: a pure function from one object to keys.
 *
 * @param name for people
 * @param type of the objects
 * @param keys under which an object is found
 */
public record Index<T extends KubeObject>(String name, Class<T> type, Function<T, Set<String>> keys) {
    /** EndpointSlices by {@code namespace/service}. */
    public static final Index<EndpointSlice> SLICES_BY_SERVICE = new Index<>(
            "slices-by-service",
            EndpointSlice.class,
            slice -> slice.service().map(Name::toString).map(Set::of).orElse(Set.of()));
}
