package io.portafilter.contract.feed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts bytes into lines as they arrive. Not safe for use by several threads. */
final class LineBuffer {
    private static final int KEPT = 16 * 1024;

    private final int limit;
    private byte[] begun = new byte[KEPT];
    private int length;

    /** With the longest line that is taken, in bytes. */
    LineBuffer(int limit) {
        this.limit = limit;
    }

    /**
     * Takes bytes up to the end of a line.
     *
     * @return the line without its line feed; empty if it has not ended yet, and then nothing is left in {@code in}
     * @throws BrokenStream if the line is longer than the limit
     */
    Optional<byte[]> take(ByteBuffer in) throws BrokenStream {
        int end = in.position();
        while (end < in.limit() && in.get(end) != '\n') {
            end++;
        }
        boolean whole = end < in.limit();
        append(in, end - in.position());
        if (!whole) {
            return Optional.empty();
        }
        in.get();
        byte[] line = Arrays.copyOf(begun, length);
        length = 0;
        if (begun.length > KEPT) {
            begun = new byte[KEPT];
        }
        return Optional.of(line);
    }

    /** What is held of a line that has not ended. */
    byte[] rest() {
        return Arrays.copyOf(begun, length);
    }

    private void append(ByteBuffer in, int count) throws BrokenStream {
        if (count > limit - length) {
            throw new BrokenStream("a line is longer than " + limit + " bytes");
        }
        if (length + count > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(length + count, Math.min(limit, 2 * begun.length)));
        }
        in.get(begun, length, count);
        length += count;
    }
}
