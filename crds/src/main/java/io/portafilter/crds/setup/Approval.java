package io.portafilter.crds.setup;

import io.portafilter.crds.schema.Field;
import io.portafilter.crds.schema.Word;
import java.util.Optional;

/**
 * Who approves a plan.
 *
 * @param policy manual: only the plan of planHash is carried out. Automatic: every plan without an Error.
 * @param planHash the hash of the plan that somebody has read and approved, as status.plan.hash shows it.
 */
public record Approval(
        @Field(
                value = "Manual: only the plan of planHash is carried out. Automatic: every plan without an Error.",
                preset = "Manual")
        Policy policy,

        @Field(
                value = "The hash of the plan that somebody has read and approved, as status.plan.hash shows it.",
                maxLength = 71,
                pattern = "^sha256:[0-9a-f]{64}$")
        Optional<String> planHash) {

    /** Whether somebody must read a plan. */
    public enum Policy implements Word {
        /** Somebody names its hash. */
        MANUAL("Manual"),
        /** Nobody. */
        AUTOMATIC("Automatic");

        private final String word;

        Policy(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
