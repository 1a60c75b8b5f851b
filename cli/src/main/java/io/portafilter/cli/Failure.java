package io.portafilter.cli;

import java.io.UncheckedIOException;
import java.util.Optional;

/** What went wrong, in one sentence instead of a stack trace. */
final class Failure {
    private Failure() {}

    static String sentence(Exception exception) {
        Throwable told = exception instanceof UncheckedIOException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        return Optional.ofNullable(told.getMessage()).orElseGet(told::toString);
    }
}
