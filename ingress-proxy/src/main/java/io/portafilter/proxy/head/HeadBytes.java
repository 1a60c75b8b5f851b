package io.portafilter.proxy.head;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The bytes of one head, line by line. They are copied once out of the buffer they came in: a few hundred bytes in an array are
 * parsed, kept over retries and written faster than they could be from a buffer that somebody has to release.
 */
final class HeadBytes {
    private static final int INITIAL = 1024;

    private final int limit;
    private byte[] array;
    private int end;
    private int scanned;
    private int lineStart;
    private int lineEnd;
    private int nextLine;

    HeadBytes(int limit) {
        this.limit = limit;
        this.array = new byte[Math.min(INITIAL, limit)];
    }

    void clear() {
        if (array.length > INITIAL * 4) {
            array = new byte[INITIAL];
        }
        end = 0;
        scanned = 0;
        nextLine = 0;
    }

    /**
     * Moves to the next line, which ends with LF or CR LF.
     *
     * @return false if it is not complete: {@code in} is used up, or the limit is reached
     */
    boolean next(ByteBuf in) {
        lineStart = nextLine;
        do {
            for (; scanned < end; scanned++) {
                if (array[scanned] == '\n') {
                    lineEnd = scanned > lineStart && array[scanned - 1] == '\r' ? scanned - 1 : scanned;
                    nextLine = ++scanned;
                    return true;
                }
            }
        } while (fill(in));
        return false;
    }

    private boolean fill(ByteBuf in) {
        if (end == array.length && end < limit) {
            array = Arrays.copyOf(array, Math.min(limit, end * 2));
        }
        int size = Math.min(in.readableBytes(), array.length - end);
        in.readBytes(array, end, size);
        end += size;
        return size > 0;
    }

    /** Gives the bytes after the last line back to the buffer, which is the one of the last {@link #next}. */
    void giveBack(ByteBuf in) {
        in.readerIndex(in.readerIndex() - (end - nextLine));
        end = nextLine;
    }

    boolean full() {
        return end == limit;
    }

    boolean isEmpty() {
        return end == 0;
    }

    byte[] array() {
        return array;
    }

    int lineStart() {
        return lineStart;
    }

    /** Where the line ends, without its CR LF. */
    int lineEnd() {
        return lineEnd;
    }

    /** How much there is of a line that is not complete. */
    int partialLine() {
        return end - lineStart;
    }
}
