package io.portafilter.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a value comes from: the answer to "who decided this?". In JSON one string.
 */
public sealed interface Origin {
    /**
     * A field of an object, for example {@code Ingress shop/web} and {@code spec.rules[0].http.paths[1]}.
     *
     * @param object kind, namespace and name
     * @param field path of the field; annotations as {@code metadata.annotations[name]}
     */
    record Field(String object, String field) implements Origin {
        @Override
        @JsonValue
        public String toString() {
            return object + " " + field;
        }
    }

    /** A flag of the operator, for example {@code --default-backend-service}. */
    record Flag(String name) implements Origin {
        @Override
        @JsonValue
        public String toString() {
            return name;
        }
    }

    /** Nobody said anything: the documented default. */
    record Default() implements Origin {
        @Override
        @JsonValue
        public String toString() {
            return "default";
        }
    }

    /** Reads the text form. */
    @JsonCreator
    static Origin parse(String text) {
        if (text.equals("default")) {
            return new Default();
        }
        if (text.startsWith("--")) {
            return new Flag(text);
        }
        int field = text.indexOf(' ', text.indexOf(' ') + 1);
        if (field < 0) {
            throw new IllegalArgumentException("not an origin (Kind namespace/name field): " + text);
        }
        return new Field(text.substring(0, field), text.substring(field + 1));
    }
}
