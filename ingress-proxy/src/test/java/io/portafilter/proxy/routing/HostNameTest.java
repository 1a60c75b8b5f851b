package io.portafilter.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "ho.test, ho.test",
        "HO.Test, ho.test",
        "ho.test:1234, ho.test",
        "ho.test., ho.test",
        "ho.test.:80, ho.test",
        "ho.test.., ho.test.",
        "A_b-1.ho.test, a_b-1.ho.test",
        "[::1], [::1]",
        "[::1]:8080, [::1]",
        "[FE80::A]:8080, [fe80::a]",
        "127.0.0.1:80, 127.0.0.1",
        ":80, ''",
        "'', ''",
        "., ''"
    })
    void portTrailingDotAndCaseDoNotCount(String authority, String name) {
        assertThat(HostName.of(authority)).isEqualTo(name);
    }

    @Test
    void aNameInTheRightFormIsReturnedAsItIs() {
        String name = "shop.example.com";

        assertThat(HostName.of(name)).isSameAs(name);
    }

    @Test
    void bytesBeyondAsciiAreLeftAlone() {
        assertThat(HostName.of("\u00c4.Test")).isEqualTo("\u00c4.test");
    }
}
