package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.KubeObject;
import java.util.List;

/**
 * What one document of a file says; depends on its text alone.
 *
 * @param objects its good objects
 * @param problems what is wrong
 * @param broken whether an object of it, or all of it, could not be read
 */
record Manifest(List<Found> objects, List<Problem> problems, boolean broken) {
    Manifest {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }

    /** A document that is no YAML. */
    static Manifest unreadable(BrokenYaml why) {
        return new Manifest(List.of(), List.of(Problem.of(why)), true);
    }

    /** Its objects, where this file has them. */
    List<Definition> definitions(String file, Chunk chunk) {
        return objects.stream()
                .map(found -> new Definition(
                        found.object(), new Location(file, chunk.line() + found.line() + 1, found.column() + 1), chunk))
                .toList();
    }

    /** An object and where it begins, from 0, in the document. */
    record Found(KubeObject object, int line, int column) {}
}
