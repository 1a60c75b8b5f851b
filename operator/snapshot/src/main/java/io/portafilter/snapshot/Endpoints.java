package io.portafilter.snapshot;

import java.util.List;

/**
 * A v1 Endpoints object: what EndpointSlices replaced. It counts for a Service that has no slices, as where a cluster's mirroring
 * controller would make one of it.
 *
 * @param meta metadata; its name is the Service's
 * @param subsets {@code subsets}
 */
public record Endpoints(Meta meta, List<Subset> subsets) implements KubeObject {
    /** Copies the list. */
    public Endpoints {
        subsets = List.copyOf(subsets);
    }

    @Override
    public Kind kind() {
        return Kind.ENDPOINTS;
    }

    /** {@code subsets[]}: ready addresses, each with all ports. */
    public record Subset(List<String> addresses, List<EndpointSlice.Port> ports) {
        /** Copies the lists. */
        public Subset {
            addresses = List.copyOf(addresses);
            ports = List.copyOf(ports);
        }
    }
}
