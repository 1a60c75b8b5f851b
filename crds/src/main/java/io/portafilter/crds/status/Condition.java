package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;

/**
 * One thing that is so, is not so, or is not known; of the form that every kind of Kubernetes has.
 *
 * @param type what it speaks of
 * @param status whether it is so
 * @param reason why, in one word
 * @param message why, for people
 * @param lastTransitionTime since when the status is what it is, as RFC 3339 writes it
 * @param observedGeneration the generation of the spec that this speaks of
 */
public record Condition(
        @Field(value = "What it speaks of.", maxLength = 64) String type,

        @Field("Whether it is so.") Truth status,

        @Field(value = "Why, in one word.", maxLength = 64, pattern = "^[A-Za-z][A-Za-z0-9]*$")
        String reason,

        @Field(value = "Why, for people.", maxLength = 1024) String message,

        @Field(value = "Since when the status is what it is.", format = "date-time", maxLength = 64)
        String lastTransitionTime,

        @Field("The generation of the spec that this speaks of.")
        int observedGeneration) {

    /** Whether something is so. */
    public enum Truth implements Word {
        /** It is. */
        TRUE("True"),
        /** It is not. */
        FALSE("False"),
        /** Nobody knows. */
        UNKNOWN("Unknown");

        private final String word;

        Truth(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
