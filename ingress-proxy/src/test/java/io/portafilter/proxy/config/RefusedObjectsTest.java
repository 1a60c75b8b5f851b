package io.portafilter.proxy.config;

import static io.portafilter.proxy.config.Shop.SET;
import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static io.portafilter.proxy.config.Shop.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Action;
import io.portafilter.contract.Frame;
import io.portafilter.contract.Identity;
import io.portafilter.contract.PathMatch;
import io.portafilter.contract.Policy;
import io.portafilter.contract.Route;
import io.portafilter.contract.SecretText;
import io.portafilter.contract.VirtualHost;
import io.portafilter.proxy.exchange.RouteAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be taken keeps its predecessor, and everything else is taken. */
class RefusedObjectsTest extends ConfigurationTargetFixture {
    @Test
    void anAliasThatCannotBeCompiledKeepsTheHostAsItWas() {
        Route root = prefix("shop.test", "/", "web");

        List<Frame.Refused> refused = operator.put(host("shop.test", Optional.empty(), List.of("~^(?=x)"), root));

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(VirtualHost.key(SET, "shop.test"));
            assertThat(refusal.reason()).contains("~^(?=x)").contains("RE2");
        });
        assertThat(endpointsOf(entry("shop.test", "/cart/"))).containsExactly(address(2));
    }

    @Test
    void aBadCertificateKeepsItsPredecessorAndTheRestIsTaken() {
        Identity good = Shop.identity("cert", "shop.test");
        Route root = prefix("shop.test", "/", "web");
        operator.put(host("shop.test", good, root), good);
        var before = target.certificates("https").find("shop.test");
        assertThat(before).isPresent();

        List<Frame.Refused> refused = operator.put(
                new Identity("shop", "cert", good.certificateChain(), new SecretText("nonsense")),
                prefix("shop.test", "/", "cart"));

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(good.key());
            assertThat(refusal.reason())
                    .contains("Secret shop/cert")
                    .contains("tls.key")
                    .doesNotContain("nonsense");
        });
        assertThat(target.certificates("https").find("shop.test")).isEqualTo(before);
        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(2));
    }

    @Test
    void aRouteThatCannotBeTakenGoesOnAsItWas() {
        List<Frame.Refused> refused = operator.put(toNowhere());

        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.key()).isEqualTo(prefix("shop.test", "/", "web").key());
            assertThat(refusal.reason()).contains("is no cluster");
        });
        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(1));
    }

    @Test
    void aRouteThatCannotBeTakenButShallProtectIsDenied() {
        List<Frame.Refused> refused = operator.put(toNowhere(Shop.forceSslRedirect()));

        assertThat(refused).hasSize(1);
        assertThat(entry("shop.test", "/").action()).isEqualTo(new RouteAction.Deny());

        operator.put(prefix("shop.test", "/", "cart", Shop.forceSslRedirect()));

        assertThat(endpointsOf(entry("shop.test", "/"))).containsExactly(address(2));
    }

    @Test
    void aNewRouteThatCannotBeTakenIsNotThere() {
        Route bad = Shop.route(
                "new.test",
                new PathMatch.Prefix("/"),
                new Action.Forward(settings().key(), 503));

        assertThat(operator.put(host("new.test", bad), bad)).hasSize(1);

        assertThat(entry("new.test", "/").action()).isEqualTo(new RouteAction.Respond(404));
    }

    @Test
    void aRefusalIsReportedOnceUntilTheObjectIsPutAgain() {
        assertThat(operator.put(toNowhere())).hasSize(1);

        assertThat(operator.put(prefix("shop.test", "/cart/", "web"))).isEmpty();
        assertThat(operator.put(settings(Shop.bodySize(1)))).isEmpty();

        assertThat(operator.put(toNowhere(Shop.bodySize(2)))).hasSize(1);
    }

    private static Route toNowhere(Policy<?>... policies) {
        return Shop.route(
                "shop.test",
                new PathMatch.Prefix("/"),
                new Action.Forward(settings().key(), 503),
                policies);
    }
}
