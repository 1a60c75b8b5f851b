package io.portafilter.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.crds.rule.SetupRules;
import io.portafilter.crds.schema.RecordReader;
import io.portafilter.crds.schema.RecordWriter;
import io.portafilter.crds.schema.Trees;
import io.portafilter.crds.setup.NetworkSetup;
import io.portafilter.crds.setup.NetworkSetupSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that people copy. */
class ExamplesTest {
    static List<Path> examples() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("project.dir", "..")).resolve("crds/examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadWithoutAProblemAndComesBackTheSame(Path file) throws IOException {
        Map<?, ?> tree = Trees.load(Files.readString(file));
        assertThat(tree.get("apiVersion")).isEqualTo(Definition.GROUP + "/" + Definition.VERSION);
        assertThat(tree.get("kind")).isEqualTo(Definition.KIND);

        RecordReader.Read<NetworkSetupSpec> read =
                RecordReader.read(NetworkSetupSpec.class, Trees.at(tree, "spec"), "spec");
        assertThat(read.problems()).isEmpty();
        String name = Trees.text(tree, "metadata", "name");
        assertThat(SetupRules.broken(new NetworkSetup(name, read.value()), Optional.empty()))
                .isEmpty();

        Map<String, Object> written = RecordWriter.tree(read.value());
        assertThat(RecordReader.read(NetworkSetupSpec.class, written, "spec").value())
                .isEqualTo(read.value());
    }
}
