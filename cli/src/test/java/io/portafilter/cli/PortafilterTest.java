package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.flags.Fate;
import io.portafilter.flags.Flag;
import io.portafilter.flags.FlagCatalogue;
import io.portafilter.flags.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortafilterTest {
    @Test
    void theHelpNamesTheCommandsAndTheExitCodes() {
        Cli help = Cli.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        Golden.assertSame("help.txt", help.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check", "explain", "manifest"})
    void eachCommandHasAHelpOfItsOwn(String command) {
        Cli help = Cli.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        Golden.assertSame("help-" + command + ".txt", help.out());
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Cli version = Cli.run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("portafilter 0.").doesNotContain("${");
    }

    @Test
    void noCommandIsAUsageErrorThatNamesTheCommands() {
        Cli nothing = Cli.run();

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("Which command?").contains("Usage: portafilter");
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void anUnknownFlagIsAUsageErrorThatNamesIt() {
        Cli unknown = Cli.run("check", "--no-such-flag", ".");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--no-such-flag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain"})
    void theFlagsOfAControllerAreTakenAndWhatDoesNothingIsNoted(String command) {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--publish-service=ingress-nginx/controller",
                "--watch-ingress-without-class=true",
                "--http-port=80",
                "--maxmind-license-key=key",
                "--enable-ssl-passthrough",
                "-v=2",
                "../examples/shop"));
        if (command.equals("explain")) {
            line.add("http://shop.localhost/");
        }

        Cli taken = Cli.run(line.toArray(String[]::new));

        assertThat(taken.exitCode()).isZero();
        assertThat(taken.err()).isEqualTo("""
                portafilter: --enable-ssl-passthrough is not built yet and has no effect: TLS is terminated for every host
                portafilter: --http-port has no effect here: it is for the proxy
                portafilter: --maxmind-license-key has no effect: no database of addresses is downloaded, and no annotation here reads one
                portafilter: --publish-service has no effect here: it is for the operator
                portafilter: -v has no effect here: it is for the operator
                """);
    }

    @Test
    void serveObeysTheFlagsThatTheCatalogueSays() {
        Set<String> obeyed = FlagCatalogue.BY_NAME.values().stream()
                .filter(flag ->
                        flag.fate() instanceof Fate.Obeyed fate && fate.by().contains(Role.FOLDER))
                .map(Flag::name)
                .filter(name -> !name.equals("--version"))
                .collect(Collectors.toSet());

        assertThat(Cli.run("serve", "--help").out()).contains(obeyed);
    }

    @Test
    void aNameWithoutNamespaceIsAUsageErrorThatNamesFlagAndForm() {
        Cli wrong = Cli.run("check", "--configmap", "options", ".");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--configmap").contains("\"options\" is not of the form namespace/name");
    }
}
