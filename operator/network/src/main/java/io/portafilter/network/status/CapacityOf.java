package io.portafilter.network.status;

import io.portafilter.crds.net.Cidr;
import io.portafilter.crds.setup.NetworkSetupSpec;
import io.portafilter.crds.setup.PodNetwork.Allocation;
import io.portafilter.crds.status.CapacityStatus;
import io.portafilter.crds.status.CapacityStatus.NodeRoom;
import io.portafilter.crds.status.CapacityStatus.PodRoom;
import io.portafilter.crds.status.CapacityStatus.ServiceRoom;
import io.portafilter.network.check.Capacity;
import io.portafilter.network.check.Room;
import io.portafilter.network.observe.NodeView;
import io.portafilter.network.observe.Observation;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much room there is, in numbers. */
final class CapacityOf {
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private CapacityOf() {}

    static CapacityStatus of(Observation seen, NetworkSetupSpec spec) {
        return new CapacityStatus(
                new NodeRoom(nodes(spec), seen.nodes().size()),
                new PodRoom(podsPerNode(seen), peak(seen)),
                services(seen, spec));
    }

    private static Optional<Integer> nodes(NetworkSetupSpec spec) {
        if (spec.pods().allocation() == Allocation.PROVIDER) {
            return Optional.empty();
        }
        return spec.pods().cidrs().stream()
                .flatMap(text -> Cidr.parse(text).stream())
                .map(range -> Room.nodes(range.masked(), spec))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Integer> podsPerNode(Observation seen) {
        return seen.nodes().stream()
                .map(NodeView::podRanges)
                .flatMap(List::stream)
                .flatMap(text -> Cidr.parse(text).stream())
                .map(range -> bounded(Capacity.ofPods(range)))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Integer> peak(Observation seen) {
        return Room.podsByNode(seen.cluster()).values().stream().max(Comparator.naturalOrder());
    }

    private static ServiceRoom services(Observation seen, NetworkSetupSpec spec) {
        return Stream.of(4, 6)
                .map(family -> Room.serviceRanges(spec, family))
                .filter(ranges -> !ranges.isEmpty())
                .map(ranges -> new ServiceRoom(
                        bounded(Room.services(ranges)), Math.toIntExact(Room.usedServices(seen, ranges))))
                .min(Comparator.comparingInt(room -> room.total() - room.used()))
                .orElse(new ServiceRoom(0, 0));
    }

    private static int bounded(BigInteger number) {
        return number.min(MOST).intValue();
    }
}
