package io.portafilter.controller;

/** The operator cannot start; the message is a sentence for whoever runs it. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String sentence) {
        super(sentence);
    }

    StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
