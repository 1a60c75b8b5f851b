package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.ConfigMap;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Secret;
import io.portafilter.snapshot.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what only holds data: Secrets and ConfigMaps. */
final class DataReader {
    private static final String DEFAULT_TYPE = "Opaque";

    private DataReader() {}

    static ConfigMap configMap(Meta meta, Fields object) {
        return new ConfigMap(meta, object.textMap("data"));
    }

    /** A Secret; {@code stringData} wins over {@code data}, as for the API server. No complaint shows a value. */
    static Secret secret(Meta meta, Fields object) {
        ObjectProblems problems = object.problems();
        SortedMap<String, SecretBytes> data =
                new TreeMap<>(object.map("data", (value, path) -> decoded(problems, value, path)));
        data.putAll(object.map(
                "stringData",
                (value, path) -> text(problems, value, path)
                        .map(text -> SecretBytes.of(text.getBytes(StandardCharsets.UTF_8)))));
        return new Secret(
                meta, object.text("type").filter(type -> !type.isEmpty()).orElse(DEFAULT_TYPE), data);
    }

    private static Optional<SecretBytes> decoded(ObjectProblems problems, Yaml value, String path) {
        return text(problems, value, path).flatMap(text -> {
            try {
                return Optional.of(SecretBytes.of(
                        Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""))));
            } catch (IllegalArgumentException e) {
                problems.wrongSecret(value, path, "write base64, or move it to stringData");
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(ObjectProblems problems, Yaml value, String path) {
        if (value instanceof Yaml.Scalar scalar) {
            switch (scalar.type()) {
                case TEXT -> {
                    return Optional.of(scalar.text());
                }
                case NULL -> {
                    return Optional.of("");
                }
                case NUMBER, BOOLEAN -> {}
            }
        }
        problems.wrongSecret(value, path, "write a text, in quotes");
        return Optional.empty();
    }
}
