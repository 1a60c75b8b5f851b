package io.portafilter.network.plan;

/** Who can make a change. */
public enum Feasibility {
    /** We, through the API. */
    APPLY("Apply"),
    /** An agent on the nodes. */
    AGENT("Agent"),
    /** A person, with the steps that are printed. */
    MANUAL("Manual"),
    /** Nobody, while the cluster runs. */
    IMPOSSIBLE("Impossible");

    private final String word;

    Feasibility(String word) {
        this.word = word;
    }

    /** As the status writes it. */
    public String word() {
        return word;
    }
}
