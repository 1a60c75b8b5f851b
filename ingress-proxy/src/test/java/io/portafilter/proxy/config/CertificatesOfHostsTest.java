package io.portafilter.proxy.config;

import static io.portafilter.proxy.config.Shop.host;
import static io.portafilter.proxy.config.Shop.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Identity;
import io.portafilter.contract.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which certificate a listener has for a server name. */
class CertificatesOfHostsTest extends ConfigurationTargetFixture {
    @ParameterizedTest
    @CsvSource({
        "shop.test, shop/own",
        "SHOP.test, shop/own",
        "alias.test, shop/own",
        "x.wild.test, shop/own",
        "uncovered.test, none",
        "taken.test, none",
        "other.test, none"
    })
    void aHostsCertificateServesTheAliasesThatItCovers(String serverName, String secret) {
        Identity own = Shop.identity("own", "shop.test", "alias.test", "*.wild.test", "taken.test");
        Route root = prefix("shop.test", "/", "web");
        operator.put(
                host(
                        "shop.test",
                        Optional.of(own.key()),
                        List.of("alias.test", "*.wild.test", "uncovered.test", "taken.test", "~^rx"),
                        root),
                own,
                host("taken.test"));

        assertThat(target.certificates("https")
                        .find(serverName)
                        .map(Object::toString)
                        .orElse("none"))
                .isEqualTo(secret);
    }

    @Test
    void theListenersDefaultServesEverybodyElse() {
        Identity fallback = Shop.identity("fallback", "any.test");

        operator.put(fallback, Shop.https(fallback));
        assertThat(target.certificates("https").find("other.test")).hasToString("Optional[shop/fallback]");

        operator.publish(List.of(Shop.https()), List.of(fallback.key()));
        assertThat(target.certificates("https").find("other.test")).isEmpty();
    }

    @Test
    void aRenewedCertificateIsInEffectAtOnce() {
        Identity old = Shop.identity("cert", "shop.test");
        operator.put(host("shop.test", old), old);
        var before = target.certificates("https").find("shop.test").orElseThrow();

        operator.put(Shop.identity("cert", "shop.test"));

        assertThat(target.certificates("https").find("shop.test").orElseThrow().leaf())
                .isNotEqualTo(before.leaf());
    }
}
