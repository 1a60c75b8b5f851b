package io.portafilter.cli;

import io.portafilter.cli.kubectl.Kubectl;
import io.portafilter.cli.network.Export;
import io.portafilter.cli.network.ExportFolder;
import io.portafilter.cli.network.LiveExport;
import io.portafilter.crds.schema.JsonText;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a cluster's word comes from, its export or kubectl, and how to print what is found. */
final class NetworkInput {
    /** Somebody may have to log in. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--context", paramLabel = "NAME", description = "The context of kubectl to read, without a FOLDER")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The configuration of kubectl to read with, without a FOLDER")
    private Optional<String> kubeconfig = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|yaml",
            description = "A screen for people, or everything for programs; default: text")
    private Format format = Format.TEXT;

    /** How something is printed. */
    enum Format {
        TEXT,
        JSON,
        YAML
    }

    /**
     * What is known.
     *
     * @param seen the cluster
     * @param wish how it is to be
     */
    record Known(Observation seen, Wish wish) {}

    /** Reads the folder, or the cluster where there is none; what cannot be read is told on standard error. */
    Known read(Shell shell, Optional<String> folder) {
        try {
            Export export = folder.isPresent() ? folder(folder.get()) : LiveExport.all(kubectl(shell));
            export.problems().forEach(shell.err()::println);
            if (export.isEmpty()) {
                throw new IOException(
                        folder.orElse("the cluster")
                                + ": no object was found; `portafilter network export` prints the commands that make an export");
            }
            Observation seen = Observation.of(export.cluster());
            return new Known(seen, Wish.of(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the NetworkSetups alone. */
    Export setups(Shell shell, Optional<String> folder) {
        try {
            return folder.isPresent() ? folder(folder.get()) : LiveExport.setups(kubectl(shell));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Export folder(String place) throws IOException {
        if (!kubectlOptions().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "either the folder " + place + " or a cluster: leave out --context and --kubeconfig");
        }
        Path path = Path.of(place);
        if (!Files.exists(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder or file " + place + "; `portafilter network export` says how to make one");
        }
        return ExportFolder.read(path);
    }

    private Kubectl kubectl(Shell shell) throws IOException {
        Path program = Kubectl.find(shell.environment())
                .orElseThrow(() -> new IOException(
                        "there is no kubectl in PATH, which reads the cluster: install it, or name a folder with an export"
                                + " (`portafilter network export` says how to make one)"));
        return new Kubectl(program, kubectlOptions(), shell.environment(), LIMIT, shell.err()::println);
    }

    /** Options that make kubectl speak of the same cluster. */
    List<String> kubectlOptions() {
        List<String> options = new ArrayList<>();
        kubeconfig.ifPresent(file -> options.add("--kubeconfig=" + file));
        context.ifPresent(name -> options.add("--context=" + name));
        return options;
    }

    /** Prints a text, or the tree behind it. */
    void print(Shell shell, String text, Map<String, Object> tree) {
        switch (format) {
            case TEXT -> shell.out().print(text);
            case JSON -> shell.out().print(JsonText.of(tree));
            case YAML -> shell.out().print(YamlText.of(tree));
        }
    }
}
