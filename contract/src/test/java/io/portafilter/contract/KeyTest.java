package io.portafilter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTest {
    static List<Key> keys() {
        return Samples.objects().stream().map(Published::key).toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadFromItsText(Key key) {
        assertThat(Key.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void aKeySaysKindAndName() {
        assertThat(keys().stream().map(Key::toString))
                .contains(
                        "Listener/http",
                        "Settings/ingress",
                        "VirtualHost/ingress/shop.example.com",
                        "Route/ingress/shop.example.com/Exact:/gone",
                        "Cluster/shop/web/80",
                        "Endpoints/shop/web/80",
                        "Identity/shop/tls");
    }

    @Test
    void noTwoSamplesShareAKey() {
        assertThat(keys()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cluster", "Gateway/x", "cluster/x"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> Key.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysSortByKindThenName() {
        assertThat(List.of(
                                Cluster.key("b", "x", "1"),
                                Cluster.key("a", "y", "1"),
                                Samples.http().key())
                        .stream()
                        .sorted()
                        .map(Key::toString))
                .containsExactly("Listener/http", "Cluster/a/y/1", "Cluster/b/x/1");
    }
}
