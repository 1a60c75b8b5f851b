package io.portafilter.proxy.exchange;

/** How long a body is, as a codec knows from the head: a number of bytes, or one of these. */
public final class BodyLength {
    /** There is no body. */
    public static final long NONE = 0;

    /** The body says itself where it ends. */
    public static final long UNKNOWN = -1;

    private BodyLength() {}
}
