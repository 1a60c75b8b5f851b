package io.portafilter.contract.feed;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Words for a log that others have a say in. */
final class Sentence {
    private static final int LONGEST = 300;

    private Sentence() {}

    /** What went wrong. */
    static String of(Throwable failure) {
        Throwable told = (failure instanceof ExecutionException || failure instanceof CompletionException)
                        && failure.getCause() != null
                ? failure.getCause()
                : failure;
        String message = told.getMessage();
        return message == null ? told.getClass().getSimpleName() : message;
    }

    /** What another program said: cut, and without characters that could forge a line of the log. */
    static String of(byte[] text) {
        String said = new String(text, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }
}
