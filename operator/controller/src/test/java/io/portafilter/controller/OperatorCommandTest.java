package io.portafilter.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.controller.leader.ElectionOptions;
import io.portafilter.controller.leader.Installation;
import io.portafilter.controller.network.NetworkOptions;
import io.portafilter.controller.network.source.SourceOptions;
import io.portafilter.controller.status.AddressSource;
import io.portafilter.controller.status.StatusOptions;
import io.portafilter.flags.Fate;
import io.portafilter.flags.FlagCatalogue;
import io.portafilter.flags.Role;
import io.portafilter.snapshot.Name;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    void aServiceAndAddressesToShowExcludeEachOtherUnlessOneIsEmpty() {
        assertThat(run("--publish-service=a/b", "--publish-status-address=192.0.2.1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--publish-service and --publish-status-address exclude each other");
        assertThat(options("--publish-service=a/b", "--publish-status-address=")
                        .writing()
                        .status())
                .map(StatusOptions::source)
                .contains(new AddressSource.OfService(new Name("a", "b")));
    }

    @Test
    void theLeaseOrAFlagSaysWhichInstallationItIs() {
        assertThat(List.of(
                        options("--election-id=edge-leader", "--validating-webhook=:8443"),
                        options("--election-id=custom", "--installation=edge", "--validating-webhook=:8443")))
                .allSatisfy(options -> {
                    assertThat(options.replica().installation()).isEqualTo(new Installation("ingress-nginx", "edge"));
                    assertThat(options.serving().authority().secret()).isEqualTo("edge-ca");
                    assertThat(options.serving().authority().bundle()).isEqualTo("edge-ca-bundle");
                    assertThat(options.serving().authority().names()).contains("edge-operator.ingress-nginx.svc");
                    assertThat(options.serving().trust().accounts()).containsExactly("ingress-nginx/edge-proxy");
                    assertThat(options.serving().webhook())
                            .map(WebhookOptions::configuration)
                            .contains("edge-admission");
                    assertThat(options.writing().election())
                            .map(ElectionOptions::installation)
                            .contains(options.replica().installation());
                });
        assertThat(options("--election-id=custom", "--installation=edge")
                        .writing()
                        .lease())
                .isEqualTo(new Name("ingress-nginx", "custom"));
        assertThat(run("--installation=Edge")).isEqualTo(2);
        assertThat(err.toString()).contains("--installation").contains("\"Edge\" is not a name");
    }

    @Test
    void theNetworkIsNotLookedAtUnlessAFlagSaysSo() {
        assertThat(options().network()).isEmpty();
        assertThat(options("--network-config-map=our-dns").network()).isEmpty();
        assertThat(options("--network-setup=off").network()).isEmpty();
        assertThat(options("--network-setup=observe").network())
                .contains(new NetworkOptions(
                        false, "portafilter-operator", new SourceOptions("ingress-nginx", new TreeSet<>())));
        assertThat(options(
                                "--network-setup=write",
                                "--network-config-map=our-dns,other",
                                "--network-config-map=third",
                                "--network-namespace=cilium")
                        .network())
                .contains(new NetworkOptions(
                        true,
                        "portafilter-operator",
                        new SourceOptions(
                                "ingress-nginx",
                                new TreeSet<>(List.of("our-dns", "other", "third")),
                                new TreeSet<>(List.of("cilium")))));
    }

    @Test
    void whatTheNetworkIsToldIsRefusedWhereItIsNoModeOrNoName() {
        assertThat(run("--network-setup=enforce")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--network-setup")
                .contains("enforce")
                .contains("OBSERVE");
        assertThat(run("--network-config-map=kube-system/coredns")).isEqualTo(2);
        assertThat(err.toString()).contains("--network-config-map").contains("\"kube-system/coredns\" is not a name");
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

    private static OperatorOptions options(String... arguments) {
        CommandLine command = OperatorCommand.commandLine(Map.of());
        command.parseArgs(arguments);
        OperatorCommand parsed = command.getCommand();
        return parsed.options();
    }

    private int run(String... arguments) {
        return OperatorCommand.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
