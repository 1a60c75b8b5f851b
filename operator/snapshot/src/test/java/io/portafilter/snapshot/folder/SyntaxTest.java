package io.portafilter.snapshot.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntaxTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a-b", "a.b", "xn--bcher-kva.example"})
    void subdomains(String text) {
        assertThat(Syntax.isSubdomain(text)).isTrue();
        assertThat(Syntax.isHost("*." + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "A", "a_b", "a b", "bücher", "a/b", "*"})
    void noSubdomains(String text) {
        assertThat(Syntax.isSubdomain(text)).isFalse();
        assertThat(Syntax.isLabel(text)).isFalse();
        assertThat(Syntax.isHost(text)).isFalse();
    }

    @Test
    void lengthsAreLimited() {
        assertThat(Syntax.isSubdomain("a".repeat(253))).isTrue();
        assertThat(Syntax.isSubdomain("a".repeat(254))).isFalse();
        assertThat(Syntax.isLabel("a".repeat(63))).isTrue();
        assertThat(Syntax.isLabel("a".repeat(64))).isFalse();
        assertThat(Syntax.isLabel("a.b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "255.255.255.255"})
    void ipv4(String text) {
        assertThat(Syntax.isIpv4(text)).isTrue();
        assertThat(Syntax.isIpv6(text)).isFalse();
        assertThat(Syntax.isHost(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "::1", "fd00::1", "2001:db8:0:0:0:0:0:1", "::ffff:10.0.0.1"})
    void ipv6(String text) {
        assertThat(Syntax.isIpv6(text)).isTrue();
        assertThat(Syntax.isIpv4(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "10.1",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1 ",
                "10.0.0.1.",
                "1.2.3.4.5",
                "0x7f.0.0.1",
                "[::1]",
                "fd00::1%eth0",
                ":",
                "1:2",
                "g::",
                "localhost"
            })
    void noAddresses(String text) {
        assertThat(Syntax.isIp(text)).isFalse();
    }

    @Test
    void timesAreThoseOfRfc3339() {
        assertThat(Syntax.time("2026-01-31T12:00:00Z")).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(Syntax.time("2026-01-31T12:00:00.5+02:00")).contains(Instant.parse("2026-01-31T10:00:00.5Z"));
        assertThat(Syntax.time("2026-01-31")).isEmpty();
        assertThat(Syntax.time("")).isEmpty();
    }
}
