package io.portafilter.proxy.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Lines in the making, as bytes. Belongs to one event loop until it is handed over whole. */
final class LogChunk {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private byte[] bytes;
    private int size;
    private int lines;

    LogChunk(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    int lines() {
        return lines;
    }

    /** Text that we made ourselves. */
    LogChunk text(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** Text that a stranger made: controls, quotes, backslashes and everything beyond ASCII as {@code \xXX}, as nginx does. */
    LogChunk escaped(String text) {
        ensure(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = 'x';
                bytes[size++] = HEX[(c >> 4) & 15];
                bytes[size++] = HEX[c & 15];
            } else {
                bytes[size++] = (byte) c;
            }
        }
        return this;
    }

    /** A stranger's text, or a dash for none. */
    LogChunk escapedOrDash(String text) {
        return text.isEmpty() ? text("-") : escaped(text);
    }

    LogChunk number(long value) {
        return text(Long.toString(value));
    }

    /** Seconds with three digits after the point. */
    LogChunk seconds(long nanos) {
        long millis = Math.max(0, nanos) / 1_000_000;
        number(millis / 1000).text(".");
        return digit(millis / 100).digit(millis / 10).digit(millis);
    }

    private LogChunk digit(long value) {
        ensure(1);
        bytes[size++] = (byte) ('0' + value % 10);
        return this;
    }

    void endLine() {
        text("\n");
        lines++;
    }

    void writeTo(OutputStream sink) throws IOException {
        sink.write(bytes, 0, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
