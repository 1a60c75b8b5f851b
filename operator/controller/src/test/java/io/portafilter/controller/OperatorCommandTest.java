package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.flags.Fate;
import io.portafilter.flags.FlagCatalogue;
import io.portafilter.flags.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OperatorCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFlagThatNobodyKnowsIsRefused() {
        assertThat(run("--ingres-class=nginx")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no flag --ingres-class; did you mean --ingress-class?");
    }

    @Test
    void itObeysTheFlagsThatTheCatalogueSaysAndTakesTheOthers() {
        CommandLine command = OperatorCommand.commandLine(Map.of());
        assertThat(command.getCommandSpec().optionsMap().keySet()).containsAll(FlagCatalogue.BY_NAME.keySet());
        assertThat(FlagCatalogue.BY_NAME.values()).allSatisfy(flag -> {
            boolean obeyed =
                    flag.fate() instanceof Fate.Obeyed fate && fate.by().contains(Role.OPERATOR);
            // What it only takes has no help.
            assertThat(command.getCommandSpec().findOption(flag.name()).hidden())
                    .as(flag.name())
                    .isEqualTo(!obeyed);
        });
    }

    @Test
    void aNamespaceAndASelectorOfNamespacesExcludeEachOther() {
        assertThat(run("--watch-namespace=shop", "--watch-namespace-selector=team=a"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("exclude each other");
    }

    @Test
    void aHealthPathWithoutASlashIsRefused() {
        assertThat(run("--health-check-path=healthz")).isEqualTo(2);
        assertThat(err.toString()).contains("--health-check-path: \"healthz\" does not begin with a slash");
    }

    @Test
    void durationsHaveTheFormOfIngressNginx() {
        assertThat(run("--election-ttl=soon")).isEqualTo(2);
        assertThat(err.toString()).contains("\"soon\" is not a duration such as 30s or 1m30s");
    }

    @Test
    void aKubeconfigThatIsNotThereIsNamed() {
        assertThat(run("--kubeconfig=/nowhere/config")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file /nowhere/config");
    }

    @Test
    void theReportOfAnOperatorThatIsNotThereIsASentence() {
        assertThat(run("report", "--from=http://127.0.0.1:1/report")).isEqualTo(1);
        assertThat(err.toString()).contains("no report from http://127.0.0.1:1/report");
    }

    @Test
    void itSaysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("portafilter-operator ").doesNotContain("$");
    }

    private int run(String... arguments) {
        return OperatorCommand.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
