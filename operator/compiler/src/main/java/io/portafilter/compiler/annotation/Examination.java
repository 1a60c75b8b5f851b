package io.portafilter.compiler.annotation;

import io.portafilter.compiler.catalogue.Directives;
import io.portafilter.compiler.catalogue.Nearest;
import io.portafilter.compiler.catalogue.Quoted;
import io.portafilter.compiler.catalogue.Status;
import io.portafilter.snapshot.Severity;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides of each annotation of one Ingress whether it counts, and what its lack would mean. */
final class Examination {
    private final AnnotationOptions options;
    private final String namespace;
    private final SortedMap<String, String> texts;
    private final Outcome outcome;

    /**
     * @param namespace the Ingress's
     * @param texts its annotations by name, without prefix
     * @param outcome takes findings, rejection and denial
     */
    Examination(AnnotationOptions options, String namespace, SortedMap<String, String> texts, Outcome outcome) {
        this.options = options;
        this.namespace = namespace;
        this.texts = texts;
        this.outcome = outcome;
    }

    /** The annotations that have a text of their form and an effect. */
    SortedMap<String, String> usable() {
        SortedMap<String, String> usable = new TreeMap<>();
        texts.forEach((name, text) -> {
            Optional<Annotation> known = AnnotationCatalogue.find(name);
            searchBlockedWords(name, text);
            known.ifPresentOrElse(this::weighRisk, () -> reportUnknown(name));
            if (known.isPresent() && counts(known.get(), text)) {
                usable.put(name, text);
                examine(known.get(), text);
            }
        });
        return usable;
    }

    private void searchBlockedWords(String name, String text) {
        for (String word : options.blockedWords()) {
            if (text.contains(word)) {
                outcome.reject(
                        "annotation-blocked-word",
                        name,
                        name + " holds " + Quoted.of(word)
                                + ", which the option annotation-value-word-blocklist forbids; "
                                + OnInvalid.REJECT.consequence());
            }
        }
    }

    private void weighRisk(Annotation annotation) {
        if (annotation.risk().compareTo(options.maximumRisk()) > 0) {
            outcome.reject(
                    "annotation-risk",
                    annotation.name(),
                    annotation.name() + " has the risk " + annotation.risk().label()
                            + ", and the option annotations-risk-level accepts "
                            + options.maximumRisk().label() + " at most; " + OnInvalid.REJECT.consequence());
        }
    }

    private void reportUnknown(String name) {
        String guess = Nearest.to(name, AnnotationCatalogue.BY_NAME.keySet())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        outcome.note("annotation-unknown", Severity.INFO, name, name + " is unknown and has no effect" + guess);
    }

    /** Whether there is a text of the right form, and what it is part of is there too. */
    private boolean counts(Annotation annotation, String text) {
        if (text.isEmpty() && !annotation.emptyIsInvalid()) {
            return ignored(annotation, "has no text and no effect");
        }
        if (!hasPartner(annotation)) {
            return ignored(
                    annotation,
                    "has no effect without "
                            + String.join(" or ", annotation.entry().partOf()));
        }
        boolean invalid = options.validate() && !annotation.entry().format().accepts(text);
        if (invalid || (text.isBlank() && annotation.emptyIsInvalid())) {
            refuse(annotation, text);
            return false;
        }
        return !text.isBlank() || ignored(annotation, "has no text and no effect");
    }

    private boolean ignored(Annotation annotation, String why) {
        outcome.note("annotation-ignored", Severity.INFO, annotation.name(), annotation.name() + " " + why);
        return false;
    }

    private boolean hasPartner(Annotation annotation) {
        return annotation.entry().partOf().isEmpty()
                || annotation.entry().partOf().stream().anyMatch(this::inEffect);
    }

    private boolean inEffect(String name) {
        return AnnotationCatalogue.find(name)
                .filter(partner -> partner.entry().inEffect(texts.getOrDefault(name, "")))
                .isPresent();
    }

    private void refuse(Annotation annotation, String text) {
        String message = annotation.name() + " is " + Quoted.of(text) + ", but must be "
                + annotation.entry().format().allowed() + "; "
                + annotation.onInvalid().consequence();
        switch (annotation.onInvalid()) {
            case REJECT -> outcome.reject("annotation-invalid", annotation.name(), message);
            case IGNORE -> outcome.note("annotation-invalid", Severity.WARNING, annotation.name(), message);
            case DENY, FAIL_CLOSED -> {
                outcome.note("annotation-invalid", Severity.ERROR, annotation.name(), message);
                outcome.deny(annotation.scope(), annotation.name());
            }
        }
    }

    private void examine(Annotation annotation, String text) {
        if (annotation.names().isPresent()) {
            guardNamespace(annotation, text);
        }
        switch (annotation.entry().status()) {
            case Status.Built _ -> {}
            case Status.Later later -> doWithout(annotation, later, text);
            case Status.Snippet _ -> dropSnippet(annotation, text);
            case Status.Never never -> {
                if (annotation.entry().inEffect(text)) {
                    outcome.note(
                            "annotation-removed",
                            Severity.WARNING,
                            annotation.name(),
                            annotation.name() + " has no effect: " + never.why());
                }
            }
        }
    }

    private void guardNamespace(Annotation annotation, String text) {
        int slash = text.indexOf('/');
        String named = slash < 0 ? namespace : text.substring(0, slash).trim();
        if (!options.allowCrossNamespace() && !named.equals(namespace)) {
            outcome.note(
                    "annotation-cross-namespace",
                    Severity.ERROR,
                    annotation.name(),
                    annotation.name() + " names " + Quoted.of(text) + " of another namespace, which the option"
                            + " allow-cross-namespace-resources does not allow; routes answer 503");
            outcome.deny(annotation.scope(), annotation.name());
        }
    }

    private void doWithout(Annotation annotation, Status.Later later, String text) {
        // What it is part of is not built either, and has been reported.
        if (!annotation.entry().inEffect(text) || !annotation.entry().partOf().isEmpty()) {
            return;
        }
        outcome.note(
                "annotation-not-built",
                later.absence().severity(),
                annotation.name(),
                annotation.name() + " (" + annotation.entry().about() + ") is not built yet; "
                        + later.absence().consequence());
        if (later.absence().denies()) {
            outcome.deny(annotation.scope(), annotation.name());
        }
    }

    private void dropSnippet(Annotation annotation, String text) {
        boolean closes = options.allowSnippets() && Directives.mayRefuse(text);
        String message = annotation.name() + " is text in nginx's language, which nothing executes here; "
                + (closes
                        ? "it holds directives that can refuse requests, so routes answer 503 until it is removed"
                        : "it has no effect");
        if (options.allowSnippets()) {
            outcome.note("annotation-snippet", Severity.ERROR, annotation.name(), message);
        } else {
            outcome.refuse("annotation-snippet", annotation.name(), message);
        }
        if (closes) {
            outcome.deny(annotation.scope(), annotation.name());
        }
    }
}
