package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Keeps the begin of a request's body while it is small enough, so that another endpoint can be sent the whole of it. */
final class Replay {
    /** A body up to this size can be sent again. */
    static final int LIMIT = 64 * 1024;

    private final List<ByteBuf> kept = new ArrayList<>();
    private int size;
    private boolean possible = true;

    /** Whether everything that was sent so far is here. */
    boolean possible() {
        return possible;
    }

    /** Remembers what is about to be sent. The bytes are shared, not copied. */
    void keep(ByteBuf data) {
        size += data.readableBytes();
        if (size > LIMIT) {
            forget();
        } else if (possible) {
            kept.add(data.retainedDuplicate());
        }
    }

    /** Sends it again. */
    void to(UpstreamStream stream) {
        for (int i = 0; i < kept.size(); i++) {
            stream.data(kept.get(i).retainedDuplicate());
        }
    }

    /** From now on nothing can be sent again. */
    void forget() {
        possible = false;
        kept.forEach(ByteBuf::release);
        kept.clear();
    }

    /** Ready for the next request. */
    void clear() {
        forget();
        possible = true;
        size = 0;
    }
}
