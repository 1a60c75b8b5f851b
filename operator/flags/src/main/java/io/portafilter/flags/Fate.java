package io.portafilter.flags;

import java.util.Set;

/** What becomes of a flag here. */
public sealed interface Fate {
    /**
     * It does what it does in ingress-nginx.
     *
     * @param about what that is, for people
     * @param by whom it concerns
     */
    record Obeyed(String about, Set<Role> by) implements Fate {
        /** Copies the set. */
        public Obeyed {
            by = Set.copyOf(by);
        }
    }

    /**
     * It is not built yet: whoever gives it is warned.
     *
     * @param meanwhile what happens until then
     */
    record Later(String meanwhile) implements Fate {}

    /**
     * It will never do anything here: whoever gives it is told so.
     *
     * @param why as the end of a sentence
     */
    record Pointless(String why) implements Fate {}
}
