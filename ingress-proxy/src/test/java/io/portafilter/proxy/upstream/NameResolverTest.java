package io.portafilter.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameResolverTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.8.8.8", "::1", "0.0.0.0", "::", "169.254.169.254", "fe80::1", "224.0.0.1"})
    void aNameNeverLeadsToThisHostNorToTheLink(String address) {
        assertThat(NameResolver.elsewhere(List.of(Addresses.ofLiteral(address))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.0.2.1", "2001:db8::1", "fd00::1"})
    void aNameLeadsToAnyOtherAddress(String address) {
        assertThat(NameResolver.elsewhere(List.of(Addresses.ofLiteral(address))))
                .containsExactly(Addresses.ofLiteral(address));
    }

    @Test
    void theSystemsResolverLeavesTheLoopbackOut() throws Exception {
        assertThat(NameResolver.SYSTEM.resolve("localhost")).isEmpty();
    }
}
