package io.portafilter.compiler.annotation;

import io.portafilter.contract.Origin;
import io.portafilter.snapshot.Finding;
import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is found out about the annotations of one Ingress. */
final class Outcome {
    private final Ref object;
    private final String prefix;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> refusals = new ArrayList<>();
    private boolean rejected;
    private Optional<Denial> denial = Optional.empty();

    Outcome(Ref object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    void note(String id, Severity severity, String name, String message) {
        findings.add(new Finding(id, severity, object, field(name), message));
    }

    void reject(String id, String name, String message) {
        refuse(id, name, message);
        rejected = true;
    }

    /** The annotation is refused, not the Ingress. */
    void refuse(String id, String name, String message) {
        note(id, Severity.ERROR, name, message);
        refusals.add(findings.getLast());
    }

    /** An annotation under another prefix makes the Ingress one that is rejected. */
    void rejectForeign(String id, String annotation, String message) {
        findings.add(new Finding(id, Severity.ERROR, object, "metadata.annotations[" + annotation + "]", message));
        refusals.add(findings.getLast());
        rejected = true;
    }

    void deny(Denial.Scope scope, String name) {
        Denial more = new Denial(scope, origin(name));
        denial = Optional.of(denial.map(known -> known.widest(more)).orElse(more));
    }

    Origin origin(String name) {
        return new Origin.Field(object.toString(), field(name));
    }

    boolean rejected() {
        return rejected;
    }

    Optional<Denial> denial() {
        return denial;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Finding> refusals() {
        return refusals;
    }

    private String field(String name) {
        return "metadata.annotations[" + prefix + "/" + name + "]";
    }
}
