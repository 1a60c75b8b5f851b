package io.portafilter.proxy.head;

/**
 * How large a head may be (behaviour §5, client-header-buffer rules).
 *
 * @param startLine bytes of the request or status line; longer request lines are answered 414
 * @param fieldLine bytes of one header line; longer ones are answered 400
 * @param total bytes of the whole head, start line included; more is answered 400
 * @param fields number of header lines, dropped ones included; more is answered 400
 */
public record HeadLimits(int startLine, int fieldLine, int total, int fields) {
    private static final int KIB = 1024;

    /** What clients may send: 8 KiB a line, 32 KiB together, 256 lines. */
    public static final HeadLimits REQUEST = new HeadLimits(8 * KIB, 8 * KIB, 32 * KIB, 256);

    /** What backends may send: one large Set-Cookie is no reason to fail, so only the total counts. */
    public static final HeadLimits RESPONSE = new HeadLimits(8 * KIB, 32 * KIB, 32 * KIB, 256);
}
