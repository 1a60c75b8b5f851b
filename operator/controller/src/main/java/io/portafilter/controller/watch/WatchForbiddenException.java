package io.portafilter.controller.watch;

/** The API server forbids a watch that we cannot do without. */
public final class WatchForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WatchForbiddenException(String sentence) {
        super(sentence);
    }
}
