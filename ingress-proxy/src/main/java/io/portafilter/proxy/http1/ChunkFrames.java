package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.portafilter.proxy.head.BadHead;

/**
 * The framing of a chunked body (RFC 9112 §7.1), strictly: lines end with CR LF and nothing else, sizes are hexadecimal digits.
 * Extensions and trailers are read and dropped: the body is framed anew for the other side.
 */
final class ChunkFrames {
    private static final int MAX_DIGITS = 15;
    private static final int MAX_LINE_BYTES = 8 * 1024;

    private enum State {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER,
        TRAILER_LF,
        LAST_LF,
        DONE
    }

    private State state = State.SIZE;
    private long left;
    private int digits;
    private int lineBytes;

    void clear() {
        state = State.SIZE;
        left = 0;
        digits = 0;
        lineBytes = 0;
    }

    boolean done() {
        return state == State.DONE;
    }

    /** Reads framing up to the next data; says how many bytes of data the buffer holds there, which the caller takes. */
    int next(ByteBuf in) throws BadHead {
        while (in.isReadable() && state != State.DONE) {
            if (state == State.DATA) {
                int size = (int) Math.min(left, in.readableBytes());
                left -= size;
                state = left == 0 ? State.DATA_CR : State.DATA;
                return size;
            }
            state = step(in.readByte());
        }
        return 0;
    }

    private State step(byte b) throws BadHead {
        return switch (state) {
            case SIZE -> size(b);
            case EXTENSION -> b == '\r' ? State.SIZE_LF : line(b, State.EXTENSION);
            case SIZE_LF -> {
                expect(b, '\n');
                lineBytes = 0;
                yield left == 0 ? State.TRAILER_START : State.DATA;
            }
            case DATA_CR -> {
                expect(b, '\r');
                yield State.DATA_LF;
            }
            case DATA_LF -> {
                expect(b, '\n');
                digits = 0;
                yield State.SIZE;
            }
            case TRAILER_START -> b == '\r' ? State.LAST_LF : line(b, State.TRAILER);
            case TRAILER -> b == '\r' ? State.TRAILER_LF : line(b, State.TRAILER);
            case TRAILER_LF -> {
                expect(b, '\n');
                yield State.TRAILER_START;
            }
            case LAST_LF -> {
                expect(b, '\n');
                yield State.DONE;
            }
            case DATA, DONE -> throw new IllegalStateException(state.name());
        };
    }

    private State size(byte b) throws BadHead {
        int digit = Character.digit((char) (b & 0xff), 16);
        if (digit >= 0 && b > 0 && digits < MAX_DIGITS) {
            left = digits == 0 ? digit : left * 16 + digit;
            digits++;
            return State.SIZE;
        }
        if (digits > 0 && b == '\r') {
            return State.SIZE_LF;
        }
        if (digits > 0 && (b == ';' || b == ' ' || b == '\t')) {
            return State.EXTENSION;
        }
        throw new BadHead(400, "chunk size that is not a number");
    }

    private State line(byte b, State next) throws BadHead {
        if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
            throw new BadHead(400, "control character in chunk extension or trailer");
        }
        if (++lineBytes > MAX_LINE_BYTES) {
            throw new BadHead(400, "chunk extension or trailers longer than " + MAX_LINE_BYTES + " bytes");
        }
        return next;
    }

    private static void expect(byte b, char wanted) throws BadHead {
        if (b != wanted) {
            throw new BadHead(400, "chunk that does not end with CR LF");
        }
    }
}
