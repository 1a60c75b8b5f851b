package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A text that prints as {@code ***}; only the stream and the last-good file hold its value. */
public record SecretText(@JsonValue String value) {
    /** Reads the JSON form. */
    @JsonCreator
    public SecretText {}

    @Override
    public String toString() {
        return "***";
    }
}
