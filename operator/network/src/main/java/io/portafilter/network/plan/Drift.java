package io.portafilter.network.plan;

import java.util.Optional;

/** Live, wanted and last written by us: who changed what. */
public enum Drift {
    /** We never wrote it. */
    FIRST,
    /** It is as we left it; the wish changed. */
    WISH_CHANGED,
    /** The wish is as before; somebody else changed it. */
    SOMEBODY_ELSE,
    /** Both: somebody else's change would be lost. */
    BOTH;

    /** Tells them apart; asked only where live and wanted differ. */
    static Drift of(Optional<String> lastWritten, String live, String wanted) {
        if (lastWritten.isEmpty()) {
            return FIRST;
        }
        boolean untouched = lastWritten.get().equals(live);
        return untouched ? WISH_CHANGED : lastWritten.get().equals(wanted) ? SOMEBODY_ELSE : BOTH;
    }
}
