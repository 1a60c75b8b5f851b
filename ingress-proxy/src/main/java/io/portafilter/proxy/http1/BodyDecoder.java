package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.portafilter.proxy.head.BadHead;

/** Finds the end of one message's body and hands its bytes out, uncopied and without framing (RFC 9112 §6, §7). */
final class BodyDecoder {
    private enum Kind {
        COUNTED,
        CHUNKED,
        RAW
    }

    private final ChunkFrames chunks = new ChunkFrames();
    private Kind kind = Kind.COUNTED;
    private long left;
    private boolean done = true;

    /** A body of so many bytes, possibly none. */
    void counted(long bytes) {
        kind = Kind.COUNTED;
        left = bytes;
        done = bytes == 0;
    }

    /** A body in chunks. */
    void chunked() {
        kind = Kind.CHUNKED;
        chunks.clear();
        done = false;
    }

    /** Bytes up to the end of the connection: nobody but {@link #end} ends them. */
    void raw() {
        kind = Kind.RAW;
        done = false;
    }

    /** The connection has ended. */
    void end() {
        done = true;
    }

    boolean done() {
        return done;
    }

    /** Whether the end of the connection is the regular end of the body. */
    boolean endsWithConnection() {
        return kind == Kind.RAW;
    }

    /** Whether more than so many bytes are certainly still to come. */
    boolean moreThan(long bytes) {
        return !done && (kind == Kind.RAW || (kind == Kind.COUNTED && left > bytes));
    }

    /**
     * The next part of the body; empty if {@code in} holds nothing of it but framing.
     *
     * @throws BadHead 400 if the framing is broken
     */
    ByteBuf next(ByteBuf in) throws BadHead {
        return switch (kind) {
            case RAW -> in.readRetainedSlice(in.readableBytes());
            case COUNTED -> {
                int size = (int) Math.min(left, in.readableBytes());
                left -= size;
                done = left == 0;
                yield in.readRetainedSlice(size);
            }
            case CHUNKED -> {
                int size = chunks.next(in);
                done = chunks.done();
                yield size == 0 ? Unpooled.EMPTY_BUFFER : in.readRetainedSlice(size);
            }
        };
    }
}
