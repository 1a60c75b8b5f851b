package io.portafilter.proxy.routing;

/** Why a name of a host did not take a request. As text, the rest of the sentence "it lost because ...". */
public sealed interface HostReason {
    /** The name is not of its form. */
    record OtherName() implements HostReason {
        @Override
        public String toString() {
            return "the name does not match";
        }
    }

    /**
     * The name ends as the wildcard does, but the wildcard stands for exactly one label.
     *
     * @param text what stands in its place
     */
    record NotOneLabel(String text) implements HostReason {
        @Override
        public String toString() {
            return "\"" + text + "\" is not one label of letters, digits, _ and -";
        }
    }

    /**
     * It matches, but another one is asked before it.
     *
     * @param winner that one
     */
    record AskedLater(HostPattern winner) implements HostReason {
        @Override
        public String toString() {
            return "it matches, but " + winner + " is asked first";
        }
    }

    /**
     * Another host has the same name.
     *
     * @param owner that host
     */
    record ClaimedByOther(String owner) implements HostReason {
        @Override
        public String toString() {
            return "the host " + owner + " has this name";
        }
    }
}
