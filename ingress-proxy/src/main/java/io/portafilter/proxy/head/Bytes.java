package io.portafilter.proxy.head;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** A growing array in which a head is put together before it goes into a buffer in one piece. One for each event loop. */
public final class Bytes {
    private byte[] array = new byte[2048];
    private int length;

    /** Forgets everything. */
    public Bytes clear() {
        length = 0;
        return this;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Appends a text in Latin-1. */
    public Bytes append(String text) {
        int size = text.length();
        reserve(size);
        for (int i = 0; i < size; i++) {
            array[length + i] = (byte) text.charAt(i);
        }
        length += size;
        return this;
    }

    /** Appends a part of an array. */
    public Bytes append(byte[] from, int start, int end) {
        int size = end - start;
        reserve(size);
        System.arraycopy(from, start, array, length, size);
        length += size;
        return this;
    }

    /** Appends a whole array. */
    public Bytes append(byte[] from) {
        return append(from, 0, from.length);
    }

    /** Appends CR LF. */
    public Bytes line() {
        reserve(2);
        array[length++] = '\r';
        array[length++] = '\n';
        return this;
    }

    /** Appends a decimal number. */
    public Bytes append(long number) {
        return append(Long.toString(number));
    }

    /** Writes everything. */
    public void writeTo(ByteBuf out) {
        out.writeBytes(array, 0, length);
    }

    private void reserve(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
        }
    }
}
