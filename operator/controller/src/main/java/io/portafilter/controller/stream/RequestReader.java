package io.portafilter.controller.stream;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads requests from a connection, one after another. */
final class RequestReader {
    private final InputStream in;
    private final int maxHead;

    /**
     * A reader.
     *
     * @param in buffered
     * @param maxHead bytes of a head
     */
    RequestReader(InputStream in, int maxHead) {
        this.in = in;
        this.maxHead = maxHead;
    }

    /** Waits until a request begins; whether one does before the connection ends. */
    boolean begins() throws IOException {
        in.mark(1);
        int first = in.read();
        if (first < 0) {
            return false;
        }
        in.reset();
        return true;
    }

    /** The next head. */
    RequestHead head() throws IOException, Refusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int matched = 0;
        while (matched < 4) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the connection ended in the middle of a head");
            }
            if (bytes.size() == maxHead) {
                throw Refusal.of(431, "The head of the request is larger than " + maxHead + " bytes.");
            }
            bytes.write(b);
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
        byte[] head = bytes.toByteArray();
        return RequestHead.parse(Arrays.copyOf(head, head.length - 4));
    }

    /** A body of this length. */
    byte[] body(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended in the middle of a body");
        }
        return body;
    }
}
