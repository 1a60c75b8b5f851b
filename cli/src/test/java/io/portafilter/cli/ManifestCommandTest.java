package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCommandTest {
    @Test
    void aHostAndAPortOnThisMachineBecomeThreeObjects() {
        Golden.assertSame(
                "manifest-localhost.yaml",
                Cli.run("manifest", "app.localhost", "localhost:3000").out());
    }

    @Test
    void aPathAndAnIpv6AddressAreTakenAsTheyAre() {
        Golden.assertSame(
                "manifest-ipv6.yaml",
                Cli.run("manifest", "app.localhost/api v1", "[::1]:3000").out());
    }

    @Test
    void aDnsNameBecomesAnExternalName() {
        Golden.assertSame(
                "manifest-name.yaml",
                Cli.run("manifest", "*.example.com/", "backend.example.net:80").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.localhost localhost:3000", "123/true [::1]:8080", "*.a.example/x?\"\\ example.net:1"})
    void whatItPrintsHasNoFindings(String arguments) {
        String[] words = arguments.split(" ");

        Cli check = Cli.runWithInput(Cli.run("manifest", words[0], words[1]).out(), "check", "-");

        assertThat(check.out())
                .isEqualTo("1 file, " + (words[1].startsWith("example") ? 2 : 3)
                        + " objects: 0 errors, 0 warnings, 0 infos\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://app.localhost | localhost:3000 | is not a host name",
                "app.localhost:8080 | localhost:3000 | without scheme and port",
                "app_1.localhost | localhost:3000 | is not a host name",
                "app.localhost | localhost | is not ADDRESS:PORT",
                "app.localhost | :3000 | is not ADDRESS:PORT",
                "app.localhost | ::1:3000 | is not ADDRESS:PORT",
                "app.localhost | 127.0.0.256:80 | \"127.0.0.256\" is not an IPv4 address",
                "app.localhost | [1.2.3.4]:80 | \"1.2.3.4\" is not an IPv6 address",
                "app.localhost | a_b:80 | is neither an IP address nor a DNS name",
                "app.localhost | localhost:0 | the port 0 is not one of 1 to 65535",
                "app.localhost | localhost:65536 | the port 65536 is not one of 1 to 65535",
            })
    void wrongArgumentsAreNamed(String place, String target, String sentence) {
        Cli wrong = Cli.run("manifest", place, target);

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains(sentence);
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void longNamesAreCutWhereANameMayEnd() {
        String name = ManifestPlace.parse("a".repeat(62) + ".example.com").objectName();

        assertThat(name).isEqualTo("a".repeat(62));
    }
}
