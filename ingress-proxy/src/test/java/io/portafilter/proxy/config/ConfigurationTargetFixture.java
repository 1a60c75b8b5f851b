package io.portafilter.proxy.config;

import static io.portafilter.proxy.config.Shop.cluster;
import static io.portafilter.proxy.config.Shop.endpoints;
import static io.portafilter.proxy.config.Shop.exact;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static io.portafilter.proxy.config.Shop.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Route;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.exchange.RouteAction;
import io.portafilter.proxy.exchange.RouteEntry;
import io.portafilter.proxy.exchange.RouteMeter;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.ClusterState;
import io.portafilter.proxy.upstream.EndpointState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;

/** A target that knows a small shop, and what requests find there. */
abstract class ConfigurationTargetFixture {
    final Queue<Runnable> lookUps = new ArrayDeque<>();
    final ConfigurationTarget target = new ConfigurationTarget(
            new ClusterRegistry(ConfigurationTargetFixture::resolve), route -> RouteMeter.NONE, lookUps::add);
    final Operator operator = new Operator(target);
    final ListenerContext listener = new ListenerContext("http", false, 80, target, () -> target.limits("http"));

    @BeforeEach
    void publishAShop() {
        Route root = prefix("shop.test", "/", "web");
        Route cart = prefix("shop.test", "/cart/", "cart");
        Route exact = exact("shop.test", "/exact/", "web");
        operator.put(
                Shop.http(),
                Shop.https(),
                settings(),
                host("shop.test", root, cart, exact),
                root,
                cart,
                exact,
                cluster("web"),
                cluster("cart"),
                endpoints("web", address(1)),
                endpoints("cart", address(2)));
    }

    final RouteEntry entry(String host, String path) {
        return target.route(listener, host, path);
    }

    static List<InetSocketAddress> endpointsOf(RouteEntry entry) {
        return clusterOf(entry).endpoints().stream().map(EndpointState::address).toList();
    }

    static ClusterState clusterOf(RouteEntry entry) {
        assertThat(entry.action()).isInstanceOf(RouteAction.Forward.class);
        return ((RouteAction.Forward) entry.action()).cluster();
    }

    static InetSocketAddress address(int last) {
        return new InetSocketAddress("127.0.0." + last, 8080);
    }

    static List<InetAddress> resolve(String name) throws UnknownHostException {
        return switch (name) {
            case "first.test" -> List.of(InetAddress.getByName("127.0.1.1"));
            case "second.test" -> List.of(InetAddress.getByName("127.0.1.2"));
            default -> throw new UnknownHostException(name);
        };
    }
}
