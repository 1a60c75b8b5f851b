package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The problems of one object. All are collected, so that an author sees them at once. */
final class ObjectProblems {
    private final String kind;
    private final List<Problem> found = new ArrayList<>(0);
    private Optional<Ref> object = Optional.empty();

    ObjectProblems(String kind) {
        this.kind = kind;
    }

    /** The object's name is known from here on. */
    void name(Ref ref) {
        object = Optional.of(ref);
    }

    void missing(Yaml parent, String path, String remedy) {
        add("field-missing", parent, path + " is missing; " + remedy);
    }

    void wrongType(Yaml at, String path, String remedy) {
        add("field-type", at, path + " is " + at.describe() + "; " + remedy);
    }

    void wrongValue(Yaml at, String path, String remedy) {
        add("field-value", at, path + " is " + at.describe() + "; " + remedy);
    }

    void conflict(Yaml at, String path, String otherPath) {
        add("field-conflict", at, path + " and " + otherPath + " exclude each other; leave one of them out");
    }

    /** As {@link #wrongValue}, for a value that must not be shown. */
    void wrongSecret(Yaml at, String path, String remedy) {
        add("field-value", at, path + " cannot be read; " + remedy);
    }

    private void add(String id, Yaml at, String message) {
        String subject = object.map(Ref::toString).orElse(kind);
        found.add(new Problem(id, Severity.ERROR, at.line(), at.column(), object, subject + ": " + message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return found;
    }
}
