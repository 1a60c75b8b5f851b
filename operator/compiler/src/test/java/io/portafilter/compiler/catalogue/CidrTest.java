package io.portafilter.compiler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "10.0.0.0/8",
                "0.0.0.0/0",
                "192.0.2.1/32",
                "::",
                "::1",
                "1::",
                "2001:DB8::/32",
                "::/0",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:192.0.2.1",
                "64:ff9b::192.0.2.0/128"
            })
    void addressesAndNetworksAreAccepted(String text) {
        assertThat(Cidr.accepts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 10.0.0.1",
                "10.0.0",
                "10.0.0.0.0",
                "256.0.0.1",
                "010.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "/8",
                "localhost",
                ":",
                ":::",
                "1",
                "1:2",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "1:2:3:4:5:6:7:192.0.2.1",
                "192.0.2.1::",
                "::192.0.2.1:1",
                "::192.0.2.256",
                ":1::",
                "::1:",
                "fe80::1%eth0",
                "[::1]",
                "::1/129"
            })
    void anythingElseIsNot(String text) {
        assertThat(Cidr.accepts(text)).isFalse();
    }
}
