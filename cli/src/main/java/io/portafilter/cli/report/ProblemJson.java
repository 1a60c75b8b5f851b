package io.portafilter.cli.report;

import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.folder.Location;
import java.util.Optional;

/**
 * A problem as programs read it.
 *
 * @param file empty for objects that no file defines, as are {@code line} and {@code column}
 * @param line from 1
 * @param column from 1
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param kind of the object, as {@code namespace} and {@code name} empty if no object is known
 * @param namespace empty also for cluster-scoped objects
 * @param name of the object
 * @param field path of the field; may be empty
 * @param id stable name of this kind of problem
 * @param message a sentence
 */
public record ProblemJson(
        Optional<String> file,
        Optional<Integer> line,
        Optional<Integer> column,
        String severity,
        Optional<String> kind,
        Optional<String> namespace,
        Optional<String> name,
        String field,
        String id,
        String message) {
    /** The form of this problem. */
    public static ProblemJson of(Problem problem) {
        Optional<Location> location = problem.location();
        Optional<Ref> object = problem.object();
        return new ProblemJson(
                location.map(Location::file),
                location.map(Location::line),
                location.map(Location::column),
                Words.of(problem.severity()),
                object.map(ref -> ref.kind().label()),
                object.map(ref -> ref.name().namespace()).filter(namespace -> !namespace.isEmpty()),
                object.map(ref -> ref.name().name()),
                problem.field(),
                problem.id(),
                problem.message());
    }
}
