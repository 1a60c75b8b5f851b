package io.portafilter.compiler.annotation;

import io.portafilter.snapshot.Kind;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Name;
import io.portafilter.snapshot.Ref;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An Ingress {@code shop/web} with annotations. */
final class Annotated {
    private static final Name NAME = new Name("shop", "web");
    private static final Ref REF = new Ref(Kind.INGRESS, NAME);

    private Annotated() {}

    /** Reads annotations that are given without prefix. */
    static Reading read(AnnotationOptions options, Map<String, String> annotations) {
        Map<String, String> full = new TreeMap<>();
        annotations.forEach((name, text) -> full.put(options.prefix() + "/" + name, text));
        return readFull(options, full);
    }

    static Reading readFull(AnnotationOptions options, Map<String, String> annotations) {
        Meta meta = new Meta(NAME, "", Instant.EPOCH, new TreeMap<>(), new TreeMap<>(annotations));
        return new AnnotationReader(options).read(REF, meta);
    }

    static Reading.Accepted accepted(Map<String, String> annotations) {
        return (Reading.Accepted) read(AnnotationOptions.DEFAULT, annotations);
    }
}
