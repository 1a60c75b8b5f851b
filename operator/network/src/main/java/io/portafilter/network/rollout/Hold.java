package io.portafilter.network.rollout;

/** Why a plan is not carried out. */
public enum Hold {
    /** The mode is Observe or Plan. */
    MODE("Mode"),
    /** The operator was started without the right to write. */
    READ_ONLY("ReadOnly"),
    /** Something in the plan is refused. */
    REFUSED("Refused"),
    /** Nobody has approved a plan. */
    NOT_APPROVED("NotApproved"),
    /** What was approved is not this plan: the cluster or the spec has changed since. */
    APPROVAL_OUTDATED("ApprovalOutdated"),
    /** The cluster would be worse, or still wrong where nobody looks. */
    ERRORS("Errors"),
    /** The same plan failed before, for the same spec. */
    FAILED_BEFORE("FailedBefore"),
    /** Somebody else writes the same objects again and again. */
    RESTORED_TOO_OFTEN("RestoredTooOften"),
    /** A text changed between the plan and its first write. */
    CHANGED_MEANWHILE("ChangedMeanwhile"),
    /** The plan's texts are larger than a backup can be. */
    TOO_LARGE("TooLarge");

    private final String word;

    Hold(String word) {
        this.word = word;
    }

    /** As conditions write it. */
    public String word() {
        return word;
    }
}
