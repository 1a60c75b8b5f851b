package io.portafilter.network.corefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @ParameterizedTest
    @CsvSource({"5s,5000", "0.5s,500", "1h30m,5400000", "-2s,-2000", "0,0", "+1m,60000", "1.s,1000", ".5s,500"})
    void durationsAreReadAsGoDoes(String text, long millis) {
        assertThat(GoDuration.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "1d", "--1s", "no_rec", "99999999999h", "."})
    void whatIsNoDurationIsNone(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "500ms", "1h", "90s", "2m", "0s"})
    void durationsAreWrittenAsTheyAreRead(String text) {
        assertThat(GoDuration.parse(text).map(GoDuration::format)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "-4,true",
        "+7,true",
        "007,true",
        "many,false",
        "1_000,false",
        "1.0,false",
        "9223372036854775808,false"
    })
    void integersAreReadAsGoDoes(String text, boolean number) {
        assertThat(GoNumber.integer(text).isPresent()).isEqualTo(number);
    }

    @Test
    void unsignedNumbersHaveNoSignAndThirtyTwoBits() {
        assertThat(GoNumber.unsigned("4294967295")).isPresent();
        assertThat(GoNumber.unsigned("4294967296")).isEmpty();
        assertThat(GoNumber.unsigned("-4")).isEmpty();
        assertThat(GoNumber.decimal("50.0")).isPresent();
        assertThat(GoNumber.decimal("1e99")).isEmpty();
        assertThat(GoNumber.decimal("-inf").getAsDouble()).isNegative();
        assertThat(GoNumber.decimal("fifty")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:53,127.0.0.1,53",
        ":9153,'',9153",
        "[::1]:53,::1,53",
        "bla:a,bla,a",
        "[fe80::1%eth0]:53,fe80::1%eth0,53"
    })
    void hostsAndPortsAreSplit(String text, String host, String port) {
        assertThat(HostPort.parse(text)).contains(new HostPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bla", "5s", "::1", "[::1]", "[::1]53", "[::1", "{}", "a]:1", "[[a]:1"})
    void whatIsNoHostAndPortIsNone(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fd00:10::1",
                "1:2:3:4:5:6:7:8",
                "::ffff:1.2.3.4",
                "::FFFF:102:304",
                "0:0:0:0:0:ffff:1.2.3.4",
                "1:2:3:4:5:6:7::",
                "1:2:3:4:5:6:1.2.3.4",
                "1::1.2.3.4"
            })
    void addresses(String text) {
        assertThat(Address.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.01",
                "10.0.0.256",
                "a27.0.0.1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                ":::",
                "1::2::3",
                "fe80::1%eth0",
                ":1",
                "1:",
                "::1.2.3.4:5",
                "12345::",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "::ffff:1.2.3",
                "::ffff:01.2.3.4",
                "1.2.3.4::",
                "::1.2.3.4%1",
                "[::1]"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void loopbackIsKnownInAllItsForms() {
        for (String text : new String[] {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) {
            assertThat(Address.parse(text).map(Address::isLoopback)).as(text).contains(true);
        }
        assertThat(Address.parse("10.0.0.1").map(Address::isLoopback)).contains(false);
        assertThat(Address.parse("::").map(Address::isUnspecified)).contains(true);
        assertThat(Address.parse("0.0.0.0").map(Address::isUnspecified)).contains(true);
        assertThat(Address.parse("::ffff:0.0.0.0").map(Address::isUnspecified)).contains(false);
        assertThat(Address.parse("::ffff:10.0.0.1").map(Address::isV4)).contains(false);
    }

    @Test
    void namesHaveLimits() {
        assertThat(DomainName.isValid("a".repeat(63) + ".example")).isTrue();
        assertThat(DomainName.isValid("a".repeat(64) + ".example")).isFalse();
        assertThat(DomainName.isValid(("a".repeat(50) + ".").repeat(6))).isFalse();
        assertThat(DomainName.isValid("example..org")).isFalse();
        assertThat(DomainName.isValid(".{")).isFalse();
        assertThat(DomainName.isValid("a\\.b")).isTrue();
        assertThat(DomainName.isValid("a\\")).isFalse();
        assertThat(DomainName.isValid("a\\046b.")).isTrue();
        assertThat(DomainName.normal("Example.ORG")).isEqualTo("example.org.");
        assertThat(DomainName.normal("a\\.")).isEqualTo("a\\..");
        assertThat(DomainName.display(".")).isEqualTo(".");
        assertThat(DomainName.covers("local.", "cluster.local.")).isTrue();
        assertThat(DomainName.covers("local.", "mylocal.")).isFalse();
    }

    @Test
    void keysOfServerBlocks() {
        assertThat(ServerKey.parse("Example.org").keys()).containsExactly(new ServerKey("dns", "example.org.", "53"));
        assertThat(ServerKey.parse("tls://.").keys()).containsExactly(new ServerKey("tls", ".", "853"));
        assertThat(ServerKey.parse("https://example.org:8443").keys().getFirst())
                .hasToString("https://example.org.:8443");
        assertThat(ServerKey.parse("10.0.0.0/15:5353").keys()).hasSize(2);
        assertThat(ServerKey.parse(".{").error()).isEqualTo("zone is not a valid domain name: .{");
        assertThat(ServerKey.parse(".:").error()).isEqualTo("expecting data after last colon: \".:\"");
        assertThat(ServerKey.parse("tls://.").keys().getFirst().display()).isEqualTo("tls://.:853");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environment=prod|true",
                "environment in (production, staging, qa),application=nginx|true",
                "!legacy, tier notin (a)|true",
                "a==b,c!=d|true",
                "example.com/key|true",
                "environment in (production, qa|false",
                "a=b c|false",
                "=b|false",
                "a>1|false"
            })
    void selectorsOfLabels(String text, boolean valid) {
        assertThat(LabelSelector.isValid(text)).isEqualTo(valid);
    }

    @Test
    void versionsComeFromTags() {
        assertThat(Version.ofTag("v1.11.3-eksbuild.1")).contains(new Version(1, 11, 3));
        assertThat(Version.ofTag("1.14")).contains(new Version(1, 14, 0));
        assertThat(Version.ofTag("latest")).isEqualTo(Optional.empty());
        assertThat(new Version(1, 9, 4)).isLessThan(new Version(1, 10, 0));
    }
}
