package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;

/**
 * What CoreDNS logs.
 *
 * @param errors errors.
 * @param queries queries: none, those that failed (Errors), those that failed or found nothing (Denials), all.
 */
public record LoggingSpec(
        @Field(value = "Errors.", preset = "true") boolean errors,

        @Field(
                value = "Queries: none, those that failed (Errors), those that failed or found nothing (Denials), all.",
                preset = "None")
        Queries queries) {

    /** Which queries are logged. */
    public enum Queries implements Word {
        /** None. */
        NONE("None"),
        /** Those that failed. */
        ERRORS("Errors"),
        /** Those that failed or found nothing. */
        DENIALS("Denials"),
        /** All. */
        ALL("All");

        private final String word;

        Queries(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
