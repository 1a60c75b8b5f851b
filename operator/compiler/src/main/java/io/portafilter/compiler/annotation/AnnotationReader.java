package io.portafilter.compiler.annotation;

import io.portafilter.contract.Policies;
import io.portafilter.contract.Sourced;
import io.portafilter.snapshot.Meta;
import io.portafilter.snapshot.Ref;
import java.util.List;
import java.util.Optional;

/** Reads the annotations of Ingresses. */
public final class AnnotationReader {
    /**
     * @param options what flags and the ConfigMap say
     */
    public AnnotationReader(AnnotationOptions options) {}

    /**
     * Reads the annotations of one Ingress.
     *
     * @param object the Ingress, for origins and findings
     * @param meta its metadata
     */
    public Reading read(Ref object, Meta meta) {
        return new Reading.Accepted(NOTHING, Optional.empty(), List.of());
    }

    private static final Values NOTHING = new Values(
            Policies.NONE,
            List.of(),
            Sourced.byDefault(false),
            Sourced.byDefault(false),
            Optional.empty(),
            Optional.empty(),
            Sourced.byDefault(false),
            Optional.empty());
}
