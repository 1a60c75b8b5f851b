package io.portafilter.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aNameWithoutNamespaceIsAUsageErrorThatNamesFlagAndForm() {
        Cli wrong = Cli.run("check", "--configmap", "options", ".");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--configmap").contains("\"options\" is not of the form namespace/name");
    }
}
