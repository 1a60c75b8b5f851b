package io.portafilter.network.corefile.problem;

/** What becomes of a cluster's DNS when a Corefile with this problem is written. */
public enum Effect {
    /** CoreDNS refuses it: the running one keeps its old configuration, a restarted one crashes. */
    DOES_NOT_LOAD,
    /** CoreDNS loads it, and names stop resolving or resolve to something else. */
    BREAKS_NAMES,
    /** It works, but not as one would read it. */
    MISLEADS;

    /** Whether a Corefile with such a problem may not be written. */
    public boolean refused() {
        return this != MISLEADS;
    }
}
