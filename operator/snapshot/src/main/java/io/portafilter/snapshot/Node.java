package io.portafilter.snapshot;

import java.util.List;

/**
 * A v1 Node.
 *
 * @param meta metadata
 * @param podCidrs {@code spec.podCIDRs}
 * @param addresses {@code status.addresses}
 */
public record Node(Meta meta, List<String> podCidrs, List<Address> addresses) implements KubeObject {
    /** Copies the lists. */
    public Node {
        podCidrs = List.copyOf(podCidrs);
        addresses = List.copyOf(addresses);
    }

    @Override
    public Kind kind() {
        return Kind.NODE;
    }

    /** {@code status.addresses[]}. */
    public record Address(String type, String address) {}
}
