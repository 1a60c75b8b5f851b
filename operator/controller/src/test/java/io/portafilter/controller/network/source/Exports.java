package io.portafilter.controller.network.source;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The clusters that the network's own tests have as exports, as an API server would tell of them. */
final class Exports {
    private static final Path ROOT = Path.of(
            System.getProperty("project.dir", ""),
            "operator/network/src/test/resources/io/portafilter/network/exports");
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Exports() {}

    static List<String> names() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ClusterObject> objects(String name) {
        try {
            return TreeReader.read(name, Files.readString(ROOT.resolve(name).resolve("export.yaml")))
                    .objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the client has it. */
    static GenericKubernetesResource resource(ClusterObject object) {
        return SERIALIZATION.convertValue(object.tree().value(), GenericKubernetesResource.class);
    }

    /** As the client has what this text says. */
    static GenericKubernetesResource resource(String yaml) {
        return SERIALIZATION.unmarshal(yaml, GenericKubernetesResource.class);
    }
}
