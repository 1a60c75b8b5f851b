package io.portafilter.proxy.daemon;

import static io.portafilter.proxy.config.Shop.cluster;
import static io.portafilter.proxy.config.Shop.endpoints;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;

import io.portafilter.contract.Published;
import io.portafilter.contract.Route;
import io.portafilter.proxy.config.Shop;
import java.net.InetSocketAddress;
import java.util.List;

/** What an operator publishes of one host with one Service. */
final class Site {
    private Site() {}

    static List<Published> to(InetSocketAddress backend) {
        Route root = prefix("shop.test", "/", "web");
        return List.of(
                Shop.http(),
                Shop.https(),
                Shop.settings(),
                host("shop.test", root),
                root,
                cluster("web"),
                endpoints("web", backend));
    }
}
