package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.ArrayDeque;

/**
 * Bytes that have arrived and nobody has asked for. While there are some the channel is not read, so no more than one read's
 * worth is ever held; while there are none it is, so that a close is noticed.
 */
final class Inbound {
    private final ArrayDeque<ByteBuf> buffers = new ArrayDeque<>(2);

    void offer(ByteBuf buffer) {
        if (buffer.isReadable()) {
            buffers.addLast(buffer);
        } else {
            buffer.release();
        }
    }

    boolean isEmpty() {
        trim();
        return buffers.isEmpty();
    }

    /** The first buffer with bytes left; empty if there is none. Take from it, do not release it. */
    ByteBuf first() {
        trim();
        return buffers.isEmpty() ? Unpooled.EMPTY_BUFFER : buffers.getFirst();
    }

    /** Reads the channel, or not. */
    void settle(Channel channel) {
        boolean read = isEmpty();
        if (channel.config().isAutoRead() != read) {
            channel.config().setAutoRead(read);
        }
    }

    void clear() {
        buffers.forEach(ByteBuf::release);
        buffers.clear();
    }

    private void trim() {
        while (!buffers.isEmpty() && !buffers.getFirst().isReadable()) {
            buffers.removeFirst().release();
        }
    }
}
