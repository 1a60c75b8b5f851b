package io.portafilter.cli;

import io.portafilter.snapshot.folder.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The argument that says where manifests come from. */
final class Input {
    private static final String STANDARD_INPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "FOLDER|FILE|-",
            description = "Manifests: a folder with *.yaml, *.yml and *.json, one file, or - for standard input")
    private String place = "";

    /** Where that is. */
    Source source(Shell shell) {
        if (place.equals(STANDARD_INPUT)) {
            return new Source.Stream("stdin", shell.in());
        }
        Path path = Path.of(place);
        if (!Files.exists(path)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder or file " + place + "; name one with manifests");
        }
        return new Source.Files(path);
    }
}
