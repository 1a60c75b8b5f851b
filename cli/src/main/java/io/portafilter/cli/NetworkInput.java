package io.portafilter.cli;

import io.portafilter.cli.network.ExportFolder;
import io.portafilter.crds.schema.JsonText;
import io.portafilter.crds.schema.YamlText;
import io.portafilter.network.observe.Observation;
import io.portafilter.network.spec.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder of a cluster's export, and how to print what is found. */
final class NetworkInput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "What a cluster says: a folder that `portafilter network export` fills, or one file")
    private String place = "";

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

    /** Reads the folder; what cannot be read is told on standard error. */
    Known read(Shell shell) {
        Path path = Path.of(place);
        if (!Files.exists(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder or file " + place + "; `portafilter network export` says how to make one");
        }
        try {
            ExportFolder folder = ExportFolder.read(path);
            folder.problems().forEach(shell.err()::println);
            if (folder.isEmpty()) {
                throw new IOException(
                        place
                                + ": no object was found; `portafilter network export` prints the commands that make an export");
            }
            Observation seen = Observation.of(folder.cluster());
            return new Known(seen, Wish.of(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
