package io.portafilter.proxy.head;

import io.netty.buffer.ByteBuf;

/** Reads HTTP/1 request heads, one after the other, as their bytes arrive (RFC 9112 §2, §3, §5). */
public final class RequestHeadParser {
    private final HeadLimits limits;
    private final HeadBytes bytes;
    private final RequestHead head = new RequestHead();
    private boolean started;
    private int lines;

    /** A parser with these limits. */
    public RequestHeadParser(HeadLimits limits) {
        this.limits = limits;
        this.bytes = new HeadBytes(limits.total());
    }

    /** The head; complete after {@link #parse} said so, before that as much as is known. */
    public RequestHead head() {
        return head;
    }

    /** Whether bytes of a head have arrived: then the deadline is the head's, not the idle connection's. */
    public boolean begun() {
        return !bytes.isEmpty();
    }

    /** Makes ready for the next request. The head's texts and fields are gone after this. */
    public void clear() {
        bytes.clear();
        head.clear();
        started = false;
        lines = 0;
    }

    /**
     * Takes bytes up to the end of the head.
     *
     * @return whether the head is complete; {@code in} then stands at the first byte after it
     * @throws BadHead 414, 400, 405, 501 or 505: answer it and close the connection
     */
    public boolean parse(ByteBuf in) throws BadHead {
        while (bytes.next(in)) {
            int start = bytes.lineStart();
            int end = bytes.lineEnd();
            checkLength(end - start);
            if (!started) {
                if (end > start) {
                    RequestLine.parse(bytes.array(), start, end, head);
                    started = true;
                }
            } else if (end == start) {
                bytes.giveBack(in);
                RequestRules.check(head);
                return true;
            } else {
                field(start, end);
            }
        }
        checkLength(bytes.partialLine());
        if (bytes.full()) {
            throw new BadHead(400, "request head longer than " + limits.total() + " bytes");
        }
        return false;
    }

    private void field(int start, int end) throws BadHead {
        if (++lines > limits.fields()) {
            throw new BadHead(400, "more than " + limits.fields() + " header lines");
        }
        head.fields().over(bytes.array());
        FieldLine.ofRequest(bytes.array(), start, end, head.fields());
    }

    private void checkLength(int length) throws BadHead {
        if (!started && length > limits.startLine()) {
            throw new BadHead(414, "request line longer than " + limits.startLine() + " bytes");
        }
        if (started && length > limits.fieldLine()) {
            throw new BadHead(400, "header line longer than " + limits.fieldLine() + " bytes");
        }
    }
}
