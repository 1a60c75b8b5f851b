package io.portafilter.proxy.head;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Reads HTTP/1 response heads as their bytes arrive (RFC 9112 §4, §5). */
public final class ResponseHeadParser {
    private final HeadLimits limits;
    private final HeadBytes bytes;
    private final ResponseHead head = new ResponseHead();
    private boolean started;
    private int lines;

    /** A parser with these limits. */
    public ResponseHeadParser(HeadLimits limits) {
        this.limits = limits;
        this.bytes = new HeadBytes(limits.total());
    }

    /** The head, once {@link #parse} said that it is complete. */
    public ResponseHead head() {
        return head;
    }

    /** Whether bytes of a head have arrived. */
    public boolean begun() {
        return !bytes.isEmpty();
    }

    /** Makes ready for the next head. */
    public void clear() {
        bytes.clear();
        started = false;
        lines = 0;
    }

    /**
     * Takes bytes up to the end of the head.
     *
     * @return whether the head is complete; {@code in} then stands at the first byte after it
     * @throws BadHead 502: nothing that came from there can be trusted
     */
    public boolean parse(ByteBuf in) throws BadHead {
        while (bytes.next(in)) {
            int start = bytes.lineStart();
            int end = bytes.lineEnd();
            if (!started) {
                statusLine(bytes.array(), start, end);
                started = true;
            } else if (end == start) {
                bytes.giveBack(in);
                return true;
            } else {
                field(start, end);
            }
        }
        if (bytes.full() || (!started && bytes.partialLine() > limits.startLine())) {
            throw new BadHead(502, "response head longer than " + limits.total() + " bytes");
        }
        return false;
    }

    private void field(int start, int end) throws BadHead {
        if (++lines > limits.fields()) {
            throw new BadHead(502, "more than " + limits.fields() + " header lines");
        }
        head.fields().over(bytes.array());
        FieldLine.ofResponse(bytes.array(), start, end, head.fields());
    }

    private void statusLine(byte[] line, int start, int end) throws BadHead {
        String text = new String(line, start, end - start, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/1.")
                || text.length() < 12
                || text.charAt(8) != ' '
                || hasControls(line, start, end)) {
            throw new BadHead(502, "not an HTTP/1 status line");
        }
        int status = 0;
        for (int i = 9; i < 12; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new BadHead(502, "status that is not of three digits");
            }
            status = status * 10 + digit;
        }
        if (status < 100 || (text.length() > 12 && text.charAt(12) != ' ')) {
            throw new BadHead(502, "status that is not of three digits");
        }
        String reason = text.length() > 13 ? text.substring(13) : "";
        head.start(status, reason, text.charAt(7) == '0' ? Version.HTTP_1_0 : Version.HTTP_1_1);
    }

    private static boolean hasControls(byte[] line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.value(line[i])) {
                return true;
            }
        }
        return false;
    }
}
