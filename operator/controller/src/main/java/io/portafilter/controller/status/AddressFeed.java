package io.portafilter.controller.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.function.Consumer;

/** Tells the addresses, and each change of them, until it is closed. As long as it does not know them it tells nothing. */
interface AddressFeed extends AutoCloseable {
    /** Opens the feed of a source. */
    static AddressFeed open(AddressSource source, KubernetesClient client, Consumer<List<Address>> told) {
        return switch (source) {
            case AddressSource.Fixed(var addresses) -> {
                told.accept(addresses);
                yield () -> {};
            }
            case AddressSource.OfService(var service) -> ServiceFeed.open(client, service, told);
            case AddressSource.OfNodes nodes -> NodeFeed.open(client, nodes, told);
        };
    }

    @Override
    void close();
}
