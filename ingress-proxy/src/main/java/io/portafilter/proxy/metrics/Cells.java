package io.portafilter.proxy.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Numbers that one thread adds to and others read: no lock, no read-modify-write that the bus must agree on. */
final class Cells {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] values;

    Cells(int size) {
        values = new long[size];
    }

    /** By the owner only. */
    void add(int index, long amount) {
        LONG.setOpaque(values, index, values[index] + amount);
    }

    long get(int index) {
        return (long) LONG.getOpaque(values, index);
    }
}
