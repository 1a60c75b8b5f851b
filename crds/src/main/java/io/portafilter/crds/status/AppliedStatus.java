package io.portafilter.crds.status;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.Optional;

/**
 * The plan that was carried out last.
 *
 * @param hash of the plan
 * @param time when it ended, as RFC 3339 writes it
 * @param outcome how it ended
 * @param backup the ConfigMap that has what was there before, as {@code namespace/name}
 * @param message for people
 */
public record AppliedStatus(
        @Field(value = "The hash of the plan.", maxLength = 71)
        String hash,

        @Field(value = "When it ended.", format = "date-time", maxLength = 64)
        String time,

        @Field("How it ended: as planned, with everything taken back, or so that somebody must look.")
        Outcome outcome,

        @Field(value = "The ConfigMap that has what was there before, as namespace/name.", maxLength = 512)
        String backup,

        @Field(value = "What happened, for people.", maxLength = 1024)
        Optional<String> message) {

    /** How a plan ended. */
    public enum Outcome implements Word {
        /** The cluster is as planned. */
        APPLIED("Applied"),
        /** It did not work, and the cluster is as it was before. */
        ROLLED_BACK("RolledBack"),
        /** It did not work, and somebody must look. */
        FAILED("Failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
