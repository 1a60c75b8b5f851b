package io.portafilter.compiler.catalogue;

import io.portafilter.snapshot.Severity;

/** What it means that an entry which somebody set is not built yet. */
public enum Absence {
    /** Answers are the same; speed, storage or logs may differ. */
    QUIET(Severity.INFO, "requests are served without it"),
    /** Somebody sees a difference, but nothing is reached that was out of reach. */
    VISIBLE(Severity.WARNING, "requests are served without it"),
    /** The Ingress has no routes. */
    IDLES(Severity.WARNING, "the Ingress gets no requests"),
    /** A promise is broken that closing routes would not mend, for example a list of ciphers. */
    UNENFORCED(Severity.ERROR, "it is not enforced"),
    /** A pattern would be mistaken for a path: which routes are closed depends on their paths. */
    MISROUTES(Severity.WARNING, "routes whose path is a pattern, or would be rewritten, answer 503"),
    /** The backend would get requests that it was never meant to get. */
    MISLEADS(Severity.ERROR, "routes answer 503 rather than send their backend requests that are not meant for it"),
    /** Requests would reach what was closed to them. */
    OPENS(Severity.ERROR, "routes answer 503 rather than be open to what it keeps out");

    private final Severity severity;
    private final String consequence;

    Absence(Severity severity, String consequence) {
        this.severity = severity;
        this.consequence = consequence;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What happens, as part of a sentence. */
    public String consequence() {
        return consequence;
    }

    /** Whether all routes concerned answer 503. */
    public boolean denies() {
        return this == MISLEADS || this == OPENS;
    }
}
