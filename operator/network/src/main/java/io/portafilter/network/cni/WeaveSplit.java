package io.portafilter.network.cni;

import io.portafilter.crds.net.Cidr;
import java.util.ArrayList;
import java.util.List;

/** How Weave Net divides its range among the peers that it starts with: halves, and halves of halves. */
public final class WeaveSplit {
    private WeaveSplit() {}

    /** A network for each peer, in their order; they lie side by side and cover the range. */
    public static List<Cidr> of(Cidr range, int peers) {
        List<Cidr> parts = new ArrayList<>();
        divide(range.masked(), peers, parts);
        return List.copyOf(parts);
    }

    private static void divide(Cidr range, int peers, List<Cidr> parts) {
        if (peers <= 1 || range.prefix() == range.ip().bits()) {
            parts.add(range);
            return;
        }
        Cidr left = new Cidr(range.ip(), range.prefix() + 1);
        Cidr right = new Cidr(range.ip().plus(left.size()), range.prefix() + 1);
        divide(left, peers / 2, parts);
        divide(right, peers - peers / 2, parts);
    }
}
