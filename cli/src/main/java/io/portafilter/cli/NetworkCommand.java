package io.portafilter.cli;

import io.portafilter.cli.network.CheckText;
import io.portafilter.cli.network.ExportCommands;
import io.portafilter.cli.network.PlanText;
import io.portafilter.cli.network.ResolveText;
import io.portafilter.cli.network.ShowText;
import io.portafilter.cli.network.Trees;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.check.Severity;
import io.portafilter.network.explain.Resolution;
import io.portafilter.network.explain.ServiceRules;
import io.portafilter.network.plan.Plan;
import io.portafilter.network.plan.Planner;
import io.portafilter.network.spec.Proposal;
import io.portafilter.network.spec.SetupManifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portafilter network}: questions about a cluster's network, answered from an export. Nothing is changed. */
@Command(
        name = "network",
        description =
                "Answers questions about a cluster's network from a folder that holds what the cluster says. Nothing is changed.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:there are conflicts of severity Error, something is refused, or the command failed",
            "2:the command line is wrong"
        },
        footer = {"", "Begin with:  portafilter network export"})
final class NetworkCommand implements Runnable {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    NetworkCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which question? One of show, check, plan, resolve, service and export.");
    }

    @Command(name = "show", description = "What the network is: a summary, then every value with its source.")
    int show(
            @Mixin NetworkInput input,
            @Option(
                            names = "--proposed",
                            description = "Print the NetworkSetup that reproduces the cluster, to keep and edit")
                    boolean proposed) {
        NetworkInput.Known known = input.read(shell);
        List<Conflict> conflicts = NetworkCheck.check(known.seen(), known.wish().spec());
        if (proposed) {
            shell.out().print(SetupManifest.text(Proposal.of(known.seen())));
        } else {
            input.print(
                    shell,
                    ShowText.of(known.seen(), known.wish(), conflicts),
                    Trees.show(known.seen(), known.wish(), conflicts));
        }
        return ExitCode.FINE;
    }

    @Command(name = "check", description = "What does not fit together, with where it stands and what helps.")
    int check(@Mixin NetworkInput input) {
        NetworkInput.Known known = input.read(shell);
        known.wish().problems().forEach(shell.err()::println);
        List<Conflict> conflicts = NetworkCheck.check(known.seen(), known.wish().spec());
        input.print(shell, CheckText.of(conflicts), Trees.check(conflicts));
        boolean error = conflicts.stream().anyMatch(conflict -> conflict.kind().severity() == Severity.ERROR);
        return error || !known.wish().problems().isEmpty() ? ExitCode.ERROR : ExitCode.FINE;
    }

    @Command(
            name = "plan",
            description = "What would be changed so that the cluster is as its NetworkSetup says, to the byte.")
    int plan(@Mixin NetworkInput input) {
        NetworkInput.Known known = input.read(shell);
        if (!known.wish().problems().isEmpty()) {
            known.wish().problems().forEach(shell.err()::println);
            return ExitCode.ERROR;
        }
        Plan plan = Planner.plan(known.seen(), known.wish().spec());
        input.print(shell, PlanText.of(plan), Trees.plan(plan));
        return plan.refusals().isEmpty() ? ExitCode.FINE : ExitCode.ERROR;
    }

    @Command(
            name = "resolve",
            description = "What becomes of a name that a pod looks up: which names are tried, who answers what.")
    int resolve(
            @Mixin NetworkInput input,
            @Parameters(index = "1", paramLabel = "NAME", description = "The name, as a program asks for it")
                    String name,
            @Option(names = "--from", paramLabel = "NAMESPACE", description = "The pod's namespace; default: default")
                    Optional<String> namespace) {
        Resolution resolution = Resolution.of(input.read(shell).seen(), name, namespace.orElse("default"));
        input.print(
                shell,
                ResolveText.of(name, namespace.orElse("default"), resolution),
                Map.of(
                        "search", resolution.search(),
                        "nameserver", resolution.nameserver(),
                        "tries",
                                resolution.tries().stream()
                                        .map(one -> Map.of(
                                                "name",
                                                one.name(),
                                                "serverBlock",
                                                one.serverBlock(),
                                                "answer",
                                                one.answer()))
                                        .toList()));
        return ExitCode.FINE;
    }

    @Command(name = "service", description = "What kube-proxy makes of a Service on every node.")
    int service(
            @Mixin NetworkInput input,
            @Parameters(index = "1", paramLabel = "NAMESPACE/NAME", description = "The Service") String service) {
        int slash = service.indexOf('/');
        String namespace = slash < 0 ? "default" : service.substring(0, slash);
        Optional<ServiceRules> rules =
                ServiceRules.of(input.read(shell).seen(), namespace, service.substring(slash + 1));
        if (rules.isEmpty()) {
            shell.err()
                    .println(
                            "there is no Service " + namespace + "/" + service.substring(slash + 1) + " in the export");
            return ExitCode.ERROR;
        }
        input.print(
                shell,
                String.join("\n", rules.get().rules()) + "\n",
                Map.of(
                        "mode",
                        rules.get().mode().orElse(""),
                        "rules",
                        rules.get().rules()));
        return ExitCode.FINE;
    }

    @Command(
            name = "export",
            description = "Prints the kubectl commands that fill a folder. They read; no Secret is asked for.")
    int export(
            @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", description = "Where to; default: cluster")
                    Optional<String> folder) {
        shell.out().print(ExportCommands.script(folder.orElse("cluster")));
        return ExitCode.FINE;
    }
}
