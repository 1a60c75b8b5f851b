package io.portafilter.controller.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A body of unknown length (RFC 9112 §7.1). A chunk with its frame is just what a TLS record holds: a flush of something small is one
 * record, one write, one packet.
 */
final class ChunkedOutput extends OutputStream {
    private static final int RECORD = 16384;
    private static final int BEFORE = "0000\r\n".length();
    private static final int AFTER = "\r\n".length();
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] chunk = new byte[RECORD];
    private int end = BEFORE;

    ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, RECORD - AFTER - end);
            System.arraycopy(bytes, from, chunk, end, part);
            end += part;
            from += part;
            left -= part;
            if (end == RECORD - AFTER) {
                send();
            }
        }
    }

    private void send() throws IOException {
        if (end == BEFORE) {
            return;
        }
        String size = HexFormat.of().toHexDigits((short) (end - BEFORE));
        System.arraycopy((size + "\r\n").getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, BEFORE);
        chunk[end] = '\r';
        chunk[end + 1] = '\n';
        out.write(chunk, 0, end + AFTER);
        end = BEFORE;
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
    }

    /** Says that the body is complete; leaves the connection open. */
    void finish() throws IOException {
        send();
        out.write(LAST);
        out.flush();
    }
}
