package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.Comparator;
import java.util.Optional;

/**
 * What is wrong with a manifest, and where. An object with an {@link Severity#ERROR} is not taken: its last good state stays, or it
 * does not exist.
 *
 * @param id stable, in kebab case, for example {@code field-value}: people silence and count by it
 * @param severity how bad
 * @param location where
 * @param object the object, as far as the text says which
 * @param message a sentence that names object, field, value and remedy
 */
public record Complaint(String id, Severity severity, Location location, Optional<Ref> object, String message)
        implements Comparable<Complaint> {
    private static final Comparator<Complaint> ORDER = Comparator.comparing(Complaint::location)
            .thenComparing(Complaint::id)
            .thenComparing(Complaint::message);

    @Override
    public int compareTo(Complaint other) {
        return ORDER.compare(this, other);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return location + ": " + severity + " " + id + ": " + message;
    }
}
