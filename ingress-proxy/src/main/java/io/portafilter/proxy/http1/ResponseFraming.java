package io.portafilter.proxy.http1;

import io.portafilter.proxy.exchange.BodyLength;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.head.Version;

/**
 * What a backend's head says about the body and the connection (RFC 9112 §6.3). The fields that spoke of this connection are
 * removed; Upgrade stays in an answer 101 only.
 *
 * @param body how the end is found
 * @param length of the body as the client is told: bytes or {@link BodyLength#UNKNOWN}
 * @param keepAlive whether the backend takes another request afterwards
 */
record ResponseFraming(Body body, long length, boolean keepAlive) {
    enum Body {
        NONE,
        COUNTED,
        CHUNKED,
        UNTIL_CLOSE
    }

    static ResponseFraming take(ResponseHead head, boolean toHead) throws BadHead {
        Fields fields = head.fields();
        boolean old = head.version() == Version.HTTP_1_0;
        boolean keepAlive = Tokens.has(fields, FieldName.CONNECTION, old ? "keep-alive" : "close") == old;
        boolean chunked = fields.has(FieldName.TRANSFER_ENCODING);
        boolean counted = fields.has(FieldName.CONTENT_LENGTH);
        if (chunked && (old || counted || !Tokens.isChunked(fields))) {
            throw new BadHead(502, "Transfer-Encoding in HTTP/1.0, beside Content-Length, or other than chunked");
        }
        long length = counted ? RequestFraming.contentLength(fields, 502) : BodyLength.UNKNOWN;
        fields.remove(FieldName.CONNECTION);
        fields.remove(FieldName.KEEP_ALIVE);
        fields.remove(FieldName.TRANSFER_ENCODING);
        fields.remove(FieldName.TRAILER);
        if (head.status() != 101) {
            fields.remove(FieldName.UPGRADE);
        }
        if (head.status() < 200 || head.status() == 204) {
            fields.remove(FieldName.CONTENT_LENGTH);
            return new ResponseFraming(Body.NONE, BodyLength.NONE, keepAlive);
        }
        if (toHead || head.status() == 304) {
            return new ResponseFraming(Body.NONE, length, keepAlive);
        }
        if (chunked) {
            return new ResponseFraming(Body.CHUNKED, length, keepAlive);
        }
        return counted
                ? new ResponseFraming(Body.COUNTED, length, keepAlive)
                : new ResponseFraming(Body.UNTIL_CLOSE, length, false);
    }
}
