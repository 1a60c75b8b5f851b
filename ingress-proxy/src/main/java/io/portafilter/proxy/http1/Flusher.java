package io.portafilter.proxy.http1;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of one event loop that were written to since the last flush. Each turn of the loop ends with one flush for each
 * of them, however much was written, and wherever that came from.
 */
final class Flusher {
    private final List<Output> dirty = new ArrayList<>();

    /** One connection's place in the list. */
    static final class Output {
        private final Channel channel;
        private boolean listed;

        Output(Channel channel) {
            this.channel = channel;
        }
    }

    /** Something was written there. */
    void written(Output output) {
        if (!output.listed) {
            output.listed = true;
            dirty.add(output);
        }
    }

    /** Flushes everything. A flush may make others write, which are flushed as well. */
    void flush() {
        for (int i = 0; i < dirty.size(); i++) {
            Output output = dirty.get(i);
            output.listed = false;
            output.channel.flush();
        }
        dirty.clear();
    }
}
