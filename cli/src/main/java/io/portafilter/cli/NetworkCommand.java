package io.portafilter.cli;

import io.portafilter.cli.network.CheckText;
import io.portafilter.cli.network.ExportCommands;
import io.portafilter.cli.network.PlanText;
import io.portafilter.cli.network.ResolveText;
import io.portafilter.cli.network.SetupObject;
import io.portafilter.cli.network.ShowText;
import io.portafilter.cli.network.StatusText;
import io.portafilter.cli.network.Trees;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.network.check.Conflict;
import io.portafilter.network.check.NetworkCheck;
import io.portafilter.network.check.Severity;
import io.portafilter.network.explain.Resolution;
import io.portafilter.network.explain.ServiceRules;
import io.portafilter.network.observe.Observation;
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

/** {@code portafilter network}: questions about a cluster's network, answered from the cluster or an export. Nothing is changed. */
@Command(
        name = "network",
        description =
                "Answers questions about a cluster's network: of the one that kubectl points at, or from a folder that holds what a cluster says. Nothing is changed.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:there are conflicts of severity Error, something is refused or degraded, or the command failed",
            "2:the command line is wrong"
        },
        footer = {"", "Begin with:  portafilter network show"})
final class NetworkCommand implements Runnable {
    private static final String FOLDER =
            "What a cluster says: a folder that `portafilter network export` fills, or one file; without it kubectl is asked";

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    NetworkCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which question? One of show, check, plan, status, resolve, service and export.");
    }

    @Command(name = "show", description = "What the network is: a summary, then every value with its source.")
    int show(
            @Mixin NetworkInput input,
            @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", description = FOLDER)
                    Optional<String> folder,
            @Option(
                            names = "--proposed",
                            description = "Print the NetworkSetup that reproduces the cluster, to keep and edit")
                    boolean proposed) {
        NetworkInput.Known known = input.read(shell, folder);
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
    int check(
            @Mixin NetworkInput input,
            @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", description = FOLDER)
                    Optional<String> folder) {
        NetworkInput.Known known = input.read(shell, folder);
        known.wish().problems().forEach(shell.err()::println);
        List<Conflict> conflicts = NetworkCheck.check(known.seen(), known.wish().spec());
        input.print(shell, CheckText.of(conflicts), Trees.check(conflicts));
        boolean error = conflicts.stream().anyMatch(conflict -> conflict.kind().severity() == Severity.ERROR);
        return error || !known.wish().problems().isEmpty() ? ExitCode.ERROR : ExitCode.FINE;
    }

    @Command(
            name = "plan",
            description = "What would be changed so that the cluster is as its NetworkSetup says, to the byte.")
    int plan(
            @Mixin NetworkInput input,
            @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", description = FOLDER)
                    Optional<String> folder) {
        NetworkInput.Known known = input.read(shell, folder);
        if (!known.wish().problems().isEmpty()) {
            known.wish().problems().forEach(shell.err()::println);
            return ExitCode.ERROR;
        }
        Plan plan = Planner.plan(known.seen(), known.wish().spec());
        input.print(shell, PlanText.of(plan, known.wish().spec(), input.kubectlOptions()), Trees.plan(plan));
        return plan.refusals().isEmpty() ? ExitCode.FINE : ExitCode.ERROR;
    }

    @Command(
            name = "status",
            description = "How the operator says that the network is: conditions, plan, what was applied last.")
    int status(
            @Mixin NetworkInput input,
            @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", description = FOLDER)
                    Optional<String> folder) {
        SetupObject setup = SetupObject.find(input.setups(shell, folder).cluster());
        setup.problems().forEach(shell.err()::println);
        input.print(
                shell,
                StatusText.of(setup.spec(), setup.generation(), setup.status(), input.kubectlOptions()),
                RecordWriter.tree(setup.status()));
        return setup.isDegraded() ? ExitCode.ERROR : ExitCode.FINE;
    }

    @Command(
            name = "resolve",
            description = "What becomes of a name that a pod looks up: which names are tried, who answers what.")
    int resolve(
            @Mixin NetworkInput input,
            @Parameters(
                            arity = "1..2",
                            paramLabel = "[FOLDER] NAME",
                            hideParamSyntax = true,
                            description = "The name, as a program asks for it; before it the folder, if there is one")
                    List<String> words,
            @Option(names = "--from", paramLabel = "NAMESPACE", description = "The pod's namespace; default: default")
                    Optional<String> namespace) {
        String name = words.getLast();
        Observation seen = input.read(shell, folder(words)).seen();
        Resolution resolution = Resolution.of(seen, name, namespace.orElse("default"));
        input.print(shell, ResolveText.of(name, namespace.orElse("default"), resolution), Trees.resolution(resolution));
        return ExitCode.FINE;
    }

    @Command(name = "service", description = "What kube-proxy makes of a Service on every node.")
    int service(
            @Mixin NetworkInput input,
            @Parameters(
                            arity = "1..2",
                            paramLabel = "[FOLDER] NAMESPACE/NAME",
                            hideParamSyntax = true,
                            description = "The Service; before it the folder, if there is one")
                    List<String> words) {
        String service = words.getLast();
        int slash = service.indexOf('/');
        String namespace = slash < 0 ? "default" : service.substring(0, slash);
        String name = service.substring(slash + 1);
        Optional<ServiceRules> rules =
                ServiceRules.of(input.read(shell, folder(words)).seen(), namespace, name);
        if (rules.isEmpty()) {
            shell.err().println("there is no Service " + namespace + "/" + name);
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

    private static Optional<String> folder(List<String> words) {
        return words.size() > 1 ? Optional.of(words.getFirst()) : Optional.empty();
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
