package io.portafilter.controller.admission;

import java.util.List;
import java.util.Optional;

/**
 * What the author of an object is told.
 *
 * @param refusal why it is not stored; empty: it is
 * @param warnings what {@code kubectl} prints beside
 */
record Answer(Optional<String> refusal, List<String> warnings) {
    static final Answer ALLOWED = new Answer(Optional.empty(), List.of());

    /** Copies the list. */
    Answer {
        warnings = List.copyOf(warnings);
    }
}
