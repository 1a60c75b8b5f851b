package io.portafilter.snapshot.folder;

import io.portafilter.snapshot.Ref;
import io.portafilter.snapshot.Severity;
import java.util.Optional;

/** A complaint whose place still counts from the start of its document, from 0: documents move when text before them changes. */
record Problem(String id, Severity severity, int line, int column, Optional<Ref> object, String message) {
    static Problem of(BrokenYaml broken) {
        return new Problem(
                "yaml-broken",
                Severity.ERROR,
                broken.line(),
                broken.column(),
                Optional.empty(),
                "the document is not YAML: " + broken.getMessage()
                        + "; mend it, what it defined before stays until then");
    }

    Complaint in(String file, int documentLine) {
        return new Complaint(id, severity, new Location(file, documentLine + line + 1, column + 1), object, message);
    }
}
