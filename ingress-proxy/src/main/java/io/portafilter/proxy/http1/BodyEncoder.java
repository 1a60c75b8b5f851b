package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.portafilter.proxy.head.Bytes;
import io.portafilter.proxy.head.Fields;
import java.nio.charset.StandardCharsets;

/** Writes one message's body with its framing. */
final class BodyEncoder {
    private static final ByteBuf LINE_END = constant("\r\n");
    private static final ByteBuf LAST = constant("0\r\n\r\n");

    private boolean chunked;

    /** Frames in chunks, or not at all. */
    void start(boolean inChunks) {
        chunked = inChunks;
    }

    /**
     * Writes data, which are released.
     *
     * @return how many bytes that is with framing
     */
    int write(Channel channel, ByteBuf data) {
        int size = data.readableBytes();
        if (size == 0) {
            data.release();
            return 0;
        }
        if (!chunked) {
            Channels.write(channel, data);
            return size;
        }
        ByteBuf frame = channel.alloc().directBuffer(16);
        ByteBufUtil.writeAscii(frame, Integer.toHexString(size));
        frame.writeByte('\r').writeByte('\n');
        int framing = frame.readableBytes() + 2;
        Channels.write(channel, frame);
        Channels.write(channel, data);
        Channels.write(channel, LINE_END.duplicate());
        return size + framing;
    }

    /**
     * Writes what ends the body.
     *
     * @return how many bytes that is
     */
    int end(Channel channel, Fields trailers, Bytes scratch) {
        if (!chunked) {
            return 0;
        }
        chunked = false;
        if (trailers.isEmpty()) {
            Channels.write(channel, LAST.duplicate());
            return LAST.readableBytes();
        }
        scratch.clear().append("0").line();
        trailers.writeTo(scratch);
        scratch.line();
        ByteBuf out = channel.alloc().directBuffer(scratch.length());
        scratch.writeTo(out);
        Channels.write(channel, out);
        return scratch.length();
    }

    private static ByteBuf constant(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        ByteBuf direct = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        return Unpooled.unreleasableBuffer(direct.asReadOnly());
    }
}
