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
    static Drift of(Optional<LastWritten> last, String live, String wanted) {
        return last.map(ours -> ours.isText(live) ? WISH_CHANGED : ours.isWish(wanted) ? SOMEBODY_ELSE : BOTH)
                .orElse(FIRST);
    }
}
