package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code metadata}. */
final class MetaReader {
    private static final String DEFAULT_NAMESPACE = "default";

    private MetaReader() {}

    /** Empty if the object has no name that it could be known by. */
    static Optional<Meta> read(Kind kind, Fields object) {
        Optional<Fields> metadata = object.object("metadata");
        if (metadata.isEmpty()) {
            if (!object.has("metadata")) {
                object.missing("metadata", "give the object a name: metadata.name");
            }
            return Optional.empty();
        }
        Fields fields = metadata.get();
        String name = fields.requiredText("name", "give the object a name");
        Optional<String> namespace = kind.namespaced() ? namespace(fields) : Optional.of("");
        if (name.isEmpty() || namespace.isEmpty()) {
            return Optional.empty();
        }
        if (!Syntax.isSubdomain(name)) {
            fields.wrongValue("name", "write lower-case letters, digits, - and . only, at most 253 of them");
            return Optional.empty();
        }
        Name full = new Name(namespace.get(), name);
        fields.problems().name(new Ref(kind, full));
        return Optional.of(rest(full, fields));
    }

    private static Optional<String> namespace(Fields fields) {
        if (!fields.has("namespace")) {
            return Optional.of(DEFAULT_NAMESPACE);
        }
        return fields.text(
                "namespace", Syntax::isLabel, "write lower-case letters, digits and - only, at most 63 of them");
    }

    private static Meta rest(Name name, Fields fields) {
        Optional<Instant> createdAt = fields.text("creationTimestamp").flatMap(text -> {
            Optional<Instant> time = Syntax.time(text);
            if (time.isEmpty()) {
                fields.wrongValue("creationTimestamp", "write a time such as 2026-01-31T12:00:00Z");
            }
            return time;
        });
        return new Meta(
                name,
                fields.text("uid").orElse(""),
                createdAt.orElse(Instant.EPOCH),
                new TreeMap<>(fields.textMap("labels")),
                new TreeMap<>(fields.textMap("annotations")));
    }
}
