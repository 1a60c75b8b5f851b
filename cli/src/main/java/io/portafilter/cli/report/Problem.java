package io.portafilter.cli.report;

import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import io.portafilter.snapshot.folder.Complaint;
import io.portafilter.snapshot.folder.Location;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that is wrong, whoever noticed it.
 *
 * @param location where it stands; empty for objects that no file defines
 * @param severity how bad
 * @param object which object, as far as that is known
 * @param field path of the field; may be empty
 * @param id stable name of this kind of problem
 * @param message a sentence
 */
public record Problem(
        Optional<Location> location, Severity severity, Optional<Ref> object, String field, String id, String message)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    Problem::location, optional(Comparator.<Location>naturalOrder()))
            .thenComparing(Problem::object, optional(Comparator.<Ref>naturalOrder()))
            .thenComparing(Problem::field)
            .thenComparing(Problem::id)
            .thenComparing(Problem::message);

    /** What the reader of manifests complains about. */
    public static Problem of(Complaint complaint) {
        return new Problem(
                Optional.of(complaint.location()),
                complaint.severity(),
                complaint.object(),
                "",
                complaint.id(),
                complaint.message());
    }

    /**
     * What the compiler found.
     *
     * @param location where the object is defined
     */
    public static Problem of(Finding finding, Optional<Location> location) {
        return new Problem(
                location,
                finding.severity(),
                Optional.of(finding.object()),
                finding.field(),
                finding.id(),
                finding.message());
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** One line: {@code file:line:column: severity: object field: sentence [id]}; no object where the sentence begins with it. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        location.ifPresent(place -> line.append(place).append(": "));
        line.append(Words.of(severity)).append(": ");
        object.filter(ref -> !message.startsWith(ref.toString()))
                .ifPresent(ref -> line.append(ref)
                        .append(field.isEmpty() ? "" : " " + field)
                        .append(": "));
        return line.append(message).append(" [").append(id).append(']').toString();
    }

    /** What makes it the same problem when its file is edited above it. */
    public Identity identity() {
        return new Identity(location.map(Location::file).orElse(""), object, field, id, message);
    }

    /** A problem whatever its line. */
    public record Identity(String file, Optional<Ref> object, String field, String id, String message) {}

    private static <T> Comparator<Optional<T>> optional(Comparator<T> order) {
        return (a, b) -> {
            if (a.isPresent() && b.isPresent()) {
                return order.compare(a.get(), b.get());
            }
            return Boolean.compare(b.isPresent(), a.isPresent());
        };
    }
}
