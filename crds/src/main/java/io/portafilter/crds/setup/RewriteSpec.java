package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;

/**
 * A name that is looked up under another one.
 *
 * @param match how names are compared.
 * @param from a name, a part of one, or a regular expression.
 * @param to what it becomes; {1} stands for a group of the expression.
 */
public record RewriteSpec(
        @Field(value = "How names are compared.", preset = "Exact")
        Match match,

        @Field(value = "A name, a part of one, or a regular expression.", maxLength = 10000)
        String from,

        @Field(value = "What it becomes; {1} stands for a group of the expression.", maxLength = 10000)
        String to) {

    /** How names are compared. */
    public enum Match implements Word {
        /** The whole name. */
        EXACT("Exact"),
        /** Its beginning. */
        PREFIX("Prefix"),
        /** Its end. */
        SUFFIX("Suffix"),
        /** Any part. */
        SUBSTRING("Substring"),
        /** By a regular expression. */
        REGEX("Regex");

        private final String word;

        Match(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
