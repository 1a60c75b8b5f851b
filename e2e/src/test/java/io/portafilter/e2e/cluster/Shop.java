package io.portafilter.e2e.cluster;

import io.portafilter.e2e.cluster.traffic.Traffic;
import io.portafilter.e2e.product.Manifests;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** Three pods behind an Ingress, which are asked all the time. */
final class Shop implements AutoCloseable {
    static final String HOST = "shop.example";
    static final String BACKEND = "web";

    private final Place place;
    private final Traffic traffic;

    private Shop(Place place, Traffic traffic) {
        this.place = place;
        this.traffic = traffic;
    }

    /** Opens when every proxy answers. */
    static Shop open(Release release) {
        Place place = Place.in(release.cluster());
        Echo.create(release.cluster(), place.name(), BACKEND, 3);
        release.cluster().awaitRollout(place.name(), BACKEND);
        place.ingress("shop", Map.of(), List.of(Manifests.rule(HOST, "Prefix", "/", BACKEND, 80)));
        InetSocketAddress address = new InetSocketAddress(place.address("shop"), 80);
        Following.await(release.cluster(), place.name(), "shop");
        // pods that are ready become endpoints when the cluster's controllers come to it
        release.proxyAddresses().forEach(proxy -> Asked.until200(proxy, HOST));
        return new Shop(place, Traffic.begin(address, HOST));
    }

    String namespace() {
        return place.name();
    }

    Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        traffic.close();
        place.close();
    }
}
