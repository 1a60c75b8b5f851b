package io.portafilter.controller.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "0.0.0.0", "::1", "2001:db8::7", "2001:DB8:0:0:0:0:0:7"})
    void anIpAddressIsOne(String text) {
        assertThat(Address.of(text)).isEqualTo(Optional.of(new Address(text, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb.example.com", "a", "xn--nxasmq6b.example", "1.2.3.400", "127.1"})
    void aHostNameIsOne(String text) {
        assertThat(Address.of(text)).isEqualTo(Optional.of(new Address("", text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "None",
                " ",
                "lb_1.example",
                "-a.example",
                "a..example",
                "fe80::1%eth0",
                "1::2::3",
                "a b",
                "http://x"
            })
    void whatIsNeitherIsNothing(String text) {
        assertThat(Address.of(text)).isEmpty();
    }

    @Test
    void theFlagIsAListOfThem() {
        assertThat(AddressSource.Fixed.parse("203.0.113.7, lb.example ,203.0.113.7")
                        .addresses())
                .containsExactly(new Address("203.0.113.7", ""), new Address("", "lb.example"));
    }

    @Test
    void aFlagThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> AddressSource.Fixed.parse("203.0.113.7,LB.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--publish-status-address: \"LB.example\" is neither an IP address nor a host name in lower case");
    }

    @Test
    void addressesAreSortedAndEachStandsOnce() {
        Address one = new Address("203.0.113.7", "");
        Address two = new Address("203.0.113.8", "");
        Address name = new Address("", "lb.example");

        assertThat(Address.sorted(List.of(name, two, one, two))).containsExactly(one, two, name);
    }
}
