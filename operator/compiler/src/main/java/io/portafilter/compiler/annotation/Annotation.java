package io.portafilter.compiler.annotation;

import io.portafilter.compiler.catalogue.Absence;
import io.portafilter.compiler.catalogue.Entry;
import io.portafilter.compiler.catalogue.Format;
import io.portafilter.compiler.catalogue.Formats;
import io.portafilter.compiler.catalogue.Status;
import io.portafilter.snapshot.Kind;
import java.util.Optional;

/**
 * One annotation.
 *
 * @param entry name without prefix, form, status
 * @param risk how much harm it may do
 * @param onInvalid what happens when its text is not of its form
 * @param names the kind of the object that its text names; of another namespace only when the ConfigMap allows it (behaviour §14)
 * @param emptyIsInvalid an empty text is invalid rather than no text (behaviour §9)
 * @param scope what is closed when it has to be closed
 */
record Annotation(
        Entry entry, Risk risk, OnInvalid onInvalid, Optional<Kind> names, boolean emptyIsInvalid, Denial.Scope scope) {
    static Annotation built(String name, Risk risk, Format format, OnInvalid onInvalid, String about) {
        return of(new Status.Built(), name, risk, format, onInvalid, about);
    }

    static Annotation later(Absence absence, String name, Risk risk, Format format, OnInvalid onInvalid, String about) {
        return of(new Status.Later(absence), name, risk, format, onInvalid, about);
    }

    static Annotation snippet(String name, String about) {
        return of(new Status.Snippet(), name, Risk.CRITICAL, Formats.ANYTHING, OnInvalid.IGNORE, about);
    }

    static Annotation removed(String name, String about, String why) {
        return of(new Status.Never(why), name, Risk.LOW, Formats.ANYTHING, OnInvalid.IGNORE, about)
                .idle("false");
    }

    private static Annotation of(
            Status status, String name, Risk risk, Format format, OnInvalid onInvalid, String about) {
        Entry entry = Entry.of(name, format, status, about);
        return new Annotation(entry, risk, onInvalid, Optional.empty(), false, Denial.Scope.ROUTES);
    }

    Annotation idle(String... texts) {
        return withEntry(entry.withIdle(texts));
    }

    Annotation partOf(String... names) {
        return withEntry(entry.withPartOf(names));
    }

    Annotation names(Kind kind) {
        return new Annotation(entry, risk, onInvalid, Optional.of(kind), emptyIsInvalid, scope);
    }

    Annotation emptyInvalid() {
        return new Annotation(entry, risk, onInvalid, names, true, scope);
    }

    Annotation closesHosts() {
        return new Annotation(entry, risk, onInvalid, names, emptyIsInvalid, Denial.Scope.HOSTS);
    }

    String name() {
        return entry.name();
    }

    private Annotation withEntry(Entry other) {
        return new Annotation(other, risk, onInvalid, names, emptyIsInvalid, scope);
    }
}
