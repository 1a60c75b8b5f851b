package io.portafilter.snapshot;

import java.util.Comparator;

/**
 * What is wrong with an object, and what happens now. Findings become Events, status, webhook answers, CLI output and a metric;
 * they are never exceptions.
 *
 * @param id stable, in kebab case, for example {@code annotation-invalid}: people silence and count by it
 * @param severity how bad
 * @param object which object
 * @param field path of the field, for example {@code metadata.annotations[nginx.ingress.kubernetes.io/server-alias]}; may be empty
 * @param message a sentence that names the value and the remedy, and says what happens now
 */
public record Finding(String id, Severity severity, Ref object, String field, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::object)
            .thenComparing(Finding::field)
            .thenComparing(Finding::id)
            .thenComparing(Finding::message)
            .thenComparing(Finding::severity);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
