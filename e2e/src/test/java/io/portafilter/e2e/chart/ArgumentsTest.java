package io.portafilter.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.OperatorCommand;
import io.portafilter.flags.Fate;
import io.portafilter.flags.Flag;
import io.portafilter.flags.FlagCatalogue;
import io.portafilter.flags.Role;
import io.portafilter.proxy.daemon.ProxyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whether the programs take what the chart starts them with. */
final class ArgumentsTest {
    static List<String> cases() throws IOException {
        return RenderTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothProgramsTakeTheirArguments(String name) {
        Arguments arguments = rendered(name);

        assertThat(parse(OperatorCommand.commandLine(Map.of()), arguments.operator()))
                .hasSameSizeAs(arguments.operator());
        assertThat(parse(ProxyCommand.commandLine(Map.of()), arguments.proxy())).hasSameSizeAs(arguments.proxy());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noFlagGoesToTheOneWhomItDoesNotConcern(String name) {
        Arguments arguments = rendered(name);

        assertThat(Arguments.names(arguments.operator())).doesNotContainAnyElementsOf(onlyFor(Role.PROXY));
        assertThat(Arguments.names(arguments.proxy())).doesNotContainAnyElementsOf(onlyFor(Role.OPERATOR));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOperatorIsToldWhatTheNamesOfItsObjectsBeginWith(String name) throws IOException {
        String installation = rendered(name).operator().stream()
                .filter(argument -> argument.startsWith("--installation="))
                .map(argument -> argument.substring("--installation=".length()))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(objects(name)))
                .contains("  name: " + installation + "-ca\n")
                .contains("  name: " + installation + "-ca-bundle\n")
                .contains("  name: " + installation + "-operator\n");
    }

    @Test
    void everyFlagOfIngressNginxGoesToWhomeverItConcerns() {
        Arguments arguments = rendered("every-flag");

        assertThat(Arguments.names(arguments.operator())).containsAll(obeyedBy(Role.OPERATOR));
        assertThat(Arguments.names(arguments.proxy())).containsAll(obeyedBy(Role.PROXY));
        assertThat(FlagCatalogue.BY_NAME.keySet())
                .allSatisfy(
                        flag -> assertThat(Arguments.names(arguments.operator()).contains(flag)
                                        || Arguments.names(arguments.proxy()).contains(flag))
                                .as(flag)
                                .isEqualTo(!flag.equals("--version")));
        assertThat(arguments.operator()).contains("--stream-port=9443").doesNotContain("--stream-port=10247");
    }

    private static Arguments rendered(String name) {
        return Arguments.of(objects(name));
    }

    private static Path objects(String name) {
        return Path.of("src/test/resources/io/portafilter/e2e/chart", name + ".objects.yaml");
    }

    /** One line for each flag that was understood. */
    private static List<String> parse(CommandLine command, List<String> arguments) {
        return command.parseArgs(arguments.toArray(String[]::new)).originalArgs();
    }

    private static Set<String> onlyFor(Role role) {
        Role other = role == Role.PROXY ? Role.OPERATOR : Role.PROXY;
        return names(flag -> flag.fate() instanceof Fate.Obeyed fate
                && fate.by().contains(role)
                && !fate.by().contains(other));
    }

    /** Without the version, which nobody gives a server that is to run, and the operator's admin port, which is the chart's own. */
    private static Set<String> obeyedBy(Role role) {
        return names(flag -> flag.fate() instanceof Fate.Obeyed fate
                && fate.by().contains(role)
                && !flag.name().equals("--version")
                && !(role == Role.OPERATOR
                        && Set.of("--healthz-host", "--health-check-path").contains(flag.name())));
    }

    private static Set<String> names(Predicate<Flag> which) {
        return FlagCatalogue.BY_NAME.values().stream()
                .filter(which)
                .map(Flag::name)
                .collect(Collectors.toSet());
    }
}
