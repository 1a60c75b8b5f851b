package io.portafilter.crds.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "010.0.0.0/8",
                        "10.0.0.256/8",
                "::/129", ":::/8", "1::2::3/64", "fd00::g/64", "fe80::1%eth0/64", "::ffff:10.0.0.0/104", "12345::/64",
                        "a/8", "::1.2.3/8"
            })
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.96.0.0/12, true, 10.111.255.255, 1048576",
        "10.97.0.0/12, false, 10.111.255.255, 1048576",
        "0.0.0.0/0, true, 255.255.255.255, 4294967296",
        "192.0.2.1/32, true, 192.0.2.1, 1",
        "fd00:10:96::/108, true, fd00:10:96::f:ffff, 1048576",
        "FD00:0:0:1::/64, true, fd00::1:ffff:ffff:ffff:ffff, 18446744073709551616"
    })
    void aNetworkKnowsItsForm(String text, boolean canonical, String last, String size) {
        Cidr cidr = Cidr.parse(text).orElseThrow();
        assertThat(cidr.isCanonical()).isEqualTo(canonical);
        assertThat(cidr.last()).hasToString(last);
        assertThat(cidr.size()).hasToString(size);
    }

    @Test
    void networksOverlapWhereOneHoldsTheOther() {
        Cidr wide = Cidr.parse("10.32.0.0/12").orElseThrow();
        Cidr narrow = Cidr.parse("10.43.0.0/16").orElseThrow();
        assertThat(wide.contains(narrow)).isTrue();
        assertThat(narrow.contains(wide)).isFalse();
        assertThat(List.of(wide.overlaps(narrow), narrow.overlaps(wide))).containsOnly(true);
        assertThat(wide.overlaps(Cidr.parse("10.48.0.0/16").orElseThrow())).isFalse();
        assertThat(wide.overlaps(Cidr.parse("::/0").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "::1, ::1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "0:1:0:0:1:1:1:1, 0:1::1:1:1:1",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "fd00::, fd00::",
        "::1.2.3.4, ::102:304"
    })
    void addressesAreWrittenShort(String text, String shorter) {
        assertThat(Ip.parse(text).orElseThrow()).hasToString(shorter);
    }
}
