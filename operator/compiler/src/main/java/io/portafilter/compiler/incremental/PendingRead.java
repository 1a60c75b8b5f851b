package io.portafilter.compiler.incremental;

import io.portafilter.snapshot.Name;
import java.util.List;

/**
 * Ends a run that asked for something which is not here yet: no unit ever sees half an answer. Never leaves {@link Engine}, which takes
 * up the run again when the answer is there.
 */
final class PendingRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Name> secrets;

    private PendingRead(List<Name> secrets) {
        super("a run waits for what is not here yet", null, false, false);
        this.secrets = secrets;
    }

    /** The contents of this Secret are not here. */
    static PendingRead ofSecret(Name secret) {
        return new PendingRead(List.of(secret));
    }

    /** The value of another unit, which waits itself, is of an earlier state. */
    static PendingRead ofUnit() {
        return new PendingRead(List.of());
    }

    /** The Secret that is waited for; none if it is another unit that waits for one. */
    List<Name> secrets() {
        return secrets;
    }
}
