package io.portafilter.proxy.routing;

/** Why a rule of a host did not take a request. As text, the rest of the sentence "it lost because ...". */
public sealed interface PathReason {
    /** The path is another one. */
    record OtherPath() implements PathReason {
        @Override
        public String toString() {
            return "the path is another one";
        }
    }

    /** Only the case of letters differs, and case counts. */
    record OtherCase() implements PathReason {
        @Override
        public String toString() {
            return "upper and lower case differ";
        }
    }

    /** Only a slash at the end differs, and an exact path is taken literally. */
    record OtherSlash() implements PathReason {
        @Override
        public String toString() {
            return "one of the two ends in a slash, the other does not";
        }
    }

    /**
     * The path begins like the prefix but goes on within its last element.
     *
     * @param element the whole element of the path
     */
    record InsideElement(String element) implements PathReason {
        @Override
        public String toString() {
            return "a prefix ends with an element of the path, and the element here is \"" + element + "\"";
        }
    }

    /**
     * It takes the path, but another rule does so more precisely.
     *
     * @param winner that rule
     */
    record LessPrecise(PathPattern winner) implements PathReason {
        @Override
        public String toString() {
            return "it matches, but " + winner + " is more precise";
        }
    }
}
