package io.portafilter.controller.stream;

import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Key;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Published;
import io.portafilter.contract.Publisher;
import io.portafilter.contract.Sourced;
import io.portafilter.contract.Version;
import java.util.ArrayList;
import java.util.List;

/** Makes steps as the compile loop does, of Services with one port. */
final class Steps {
    private final Publisher publisher = new Publisher();
    private final Hub hub;

    Steps(Hub hub) {
        this.hub = hub;
    }

    /** A Service is there, with so many endpoints. */
    Version put(String service, int endpoints) {
        return step(List.of(cluster(service), endpoints(service, endpoints)), List.of());
    }

    /** Services are there, in one step. */
    Version put(List<String> services, int endpoints) {
        List<Published> puts = new ArrayList<>();
        services.forEach(service -> {
            puts.add(cluster(service));
            puts.add(endpoints(service, endpoints));
        });
        return step(puts, List.of());
    }

    /** A Service is gone. */
    Version delete(String service) {
        return step(List.of(), List.of(Cluster.key("shop", service, "80"), Endpoints.key("shop", service, "80")));
    }

    /** Something happened that concerns no proxy. */
    Version nothing() {
        return step(List.of(), List.of());
    }

    private Version step(List<Published> puts, List<Key> deletes) {
        List<Frame.Down> frames = publisher.publish(puts, deletes);
        hub.publish(frames, publisher.version());
        return publisher.version();
    }

    Frame.Inventory inventory() {
        return publisher.inventory();
    }

    Version version() {
        return publisher.version();
    }

    static Cluster cluster(String service) {
        return new Cluster("shop", service, "80", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    static Endpoints endpoints(String service, int count) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            endpoints.add(new Endpoint("10.0." + i / 250 + "." + i % 250, 8080));
        }
        return new Endpoints("shop", service, "80", endpoints);
    }
}
