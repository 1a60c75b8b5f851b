package io.portafilter.contract.feed;

import io.portafilter.contract.Action;
import io.portafilter.contract.Cluster;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.Endpoints;
import io.portafilter.contract.Identity;
import io.portafilter.contract.LoadBalance;
import io.portafilter.contract.Published;
import io.portafilter.contract.Samples;
import io.portafilter.contract.SecretText;
import io.portafilter.contract.Sourced;
import java.util.List;

/** Objects that go together. */
final class Shop {
    static final String KEY = "-----BEGIN PRIVATE KEY-----\nMIIEvQ-very-secret\n";

    private Shop() {}

    static Cluster cluster(String service) {
        return new Cluster("shop", service, "80", Sourced.byDefault(LoadBalance.ROUND_ROBIN), List.of());
    }

    static Endpoints endpoints(String service, int last) {
        return new Endpoints("shop", service, "80", List.of(new Endpoint("10.0.0." + last, 8080)));
    }

    static Published route(String path, String service) {
        return Samples.route(path, new Action.Forward(cluster(service).key(), 503));
    }

    static Identity identity() {
        return new Identity("shop", "tls", "-----BEGIN CERTIFICATE-----\n", new SecretText(KEY));
    }

    /** A route to a Service with an endpoint, and a key. */
    static List<Published> objects() {
        return List.of(cluster("web"), endpoints("web", 1), route("/", "web"), identity());
    }
}
