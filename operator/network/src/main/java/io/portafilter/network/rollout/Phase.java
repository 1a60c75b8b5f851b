package io.portafilter.network.rollout;

/** How far an apply is. */
public enum Phase {
    /** There never was one. */
    NONE("None", false),
    /** Its steps are written and proven, one after the other. */
    APPLYING("Applying", true),
    /** Something failed: what was written is taken back. */
    RETURNING("Returning", true),
    /** Everything is written and proven. */
    APPLIED("Applied", false),
    /** Everything is as it was before. */
    ROLLED_BACK("RolledBack", false),
    /** Neither: a person must look. */
    FAILED("Failed", false);

    private final String word;
    private final boolean active;

    Phase(String word, boolean active) {
        this.word = word;
        this.active = active;
    }

    /** As the status and the journal write it. */
    public String word() {
        return word;
    }

    /** Whether it has not come to its end. */
    public boolean isActive() {
        return active;
    }

    static Phase of(String word) {
        for (Phase phase : values()) {
            if (phase.word.equals(word)) {
                return phase;
            }
        }
        return NONE;
    }
}
