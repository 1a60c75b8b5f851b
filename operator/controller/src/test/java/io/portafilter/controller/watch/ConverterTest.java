package io.portafilter.controller.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.portafilter.snapshot.Change;
import io.portafilter.snapshot.KubeObject;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.folder.FolderReader;
import io.portafilter.snapshot.folder.Reading;
import io.portafilter.snapshot.folder.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConverterTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.dir", "../.."));
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    @TestFactory
    Stream<DynamicTest> aClusterSaysOfAManifestWhatAFolderSays() throws IOException {
        List<Path> manifests = Stream.of("operator/compiler/src/test/resources", "examples")
                .flatMap(folder -> yamlFiles(PROJECT.resolve(folder)).stream())
                .filter(file -> !file.toString().endsWith(".out.yaml"))
                .toList();
        assertThat(manifests).hasSizeGreaterThan(50);
        return manifests.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String yaml = Files.readString(file);
                    Reading folder = folder(yaml);
                    // What a folder's reader complains of, an API server refuses.
                    if (folder.complaints().isEmpty()) {
                        assertThat(cluster(yaml)).isEqualTo(objects(folder));
                    }
                }));
    }

    /** The endpoints controller writes {@code null} where a Service has no pods. */
    @Test
    void lists_that_are_null_are_empty() {
        io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice slice =
                SERIALIZATION.unmarshal("""
                {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
                 "metadata": {"name": "web-1", "namespace": "shop"}, "endpoints": null, "ports": null}
                """, io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice.class);

        assertThat(ServiceConverter.convert(slice).endpoints()).isEmpty();
        assertThat(ServiceConverter.convert(slice).ports()).isEmpty();
    }

    @Test
    void whatToolsNoteForThemselvesIsLeftOut() {
        Ingress ingress = new IngressBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withName("web")
                        .withNamespace("shop")
                        .withUid("u1")
                        .withCreationTimestamp("2026-01-01T00:00:00Z")
                        .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{}")
                        .addToAnnotations("nginx.ingress.kubernetes.io/ssl-redirect", "false")
                        .build())
                .withNewSpec()
                .withIngressClassName("nginx")
                .endSpec()
                .build();

        Meta meta = IngressConverter.convert(ingress).meta();

        assertThat(meta.annotations()).isEqualTo(Map.of("nginx.ingress.kubernetes.io/ssl-redirect", "false"));
        assertThat(meta.name()).isEqualTo(new Name("shop", "web"));
        assertThat(meta.uid()).isEqualTo("u1");
        assertThat(meta.createdAt()).hasToString("2026-01-01T00:00:00Z");
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Reading folder(String yaml) {
        return new FolderReader(
                        new Source.Stream("in", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))),
                        Optional.empty())
                .read();
    }

    private static Map<Ref, KubeObject> objects(Reading reading) {
        Map<Ref, KubeObject> objects = new TreeMap<>();
        for (Change change : reading.changes()) {
            if (change instanceof Change.Put(KubeObject object)
                    && !(object instanceof io.portafilter.snapshot.Endpoints)) {
                objects.put(object.ref(), object);
            }
        }
        return objects;
    }

    private static Map<Ref, KubeObject> cluster(String yaml) {
        Object read = SERIALIZATION.unmarshal(yaml);
        Map<Ref, KubeObject> objects = new TreeMap<>();
        for (Object item : read instanceof Collection<?> several ? several : List.of(read)) {
            convert((HasMetadata) item).ifPresent(object -> objects.put(object.ref(), object));
        }
        return objects;
    }

    private static Optional<KubeObject> convert(HasMetadata object) {
        if (object.getMetadata().getNamespace() == null && object instanceof Namespaced) {
            object.getMetadata().setNamespace("default");
        }
        return switch (object) {
            case Ingress ingress -> Optional.of(IngressConverter.convert(ingress));
            case io.fabric8.kubernetes.api.model.networking.v1.IngressClass type ->
                Optional.of(IngressConverter.convert(type));
            case io.fabric8.kubernetes.api.model.Service service -> Optional.of(ServiceConverter.convert(service));
            case io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice slice ->
                Optional.of(ServiceConverter.convert(slice));
            case io.fabric8.kubernetes.api.model.ConfigMap map -> Optional.of(DataConverter.convert(map));
            case io.fabric8.kubernetes.api.model.Secret secret -> Optional.of(DataConverter.convert(stored(secret)));
            default -> Optional.empty();
        };
    }

    /** As an API server stores it: without {@code stringData}. */
    private static io.fabric8.kubernetes.api.model.Secret stored(io.fabric8.kubernetes.api.model.Secret secret) {
        Map<String, String> data = new TreeMap<>(secret.getData() == null ? Map.of() : secret.getData());
        if (secret.getStringData() != null) {
            secret.getStringData()
                    .forEach((key, text) ->
                            data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        }
        secret.setData(data);
        return secret;
    }
}
