package io.portafilter.proxy.http1;

import io.portafilter.proxy.exchange.BodyLength;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.Version;
import java.util.List;
import java.util.Locale;

/**
 * What a request's head says about its body and its connection (RFC 9112 §6, §9). What two servers could understand differently
 * is refused. The fields that spoke of this connection are removed, as they do not concern the next one (behaviour §4.1).
 *
 * @param length of the body
 * @param keepAlive whether the client wants to go on after the answer
 * @param awaitsContinue whether the client waits before it sends the body
 */
record RequestFraming(long length, boolean keepAlive, boolean awaitsContinue) {
    static RequestFraming take(RequestHead head) throws BadHead {
        Fields fields = head.fields();
        boolean old = head.version() == Version.HTTP_1_0;
        long length = length(fields, old);
        boolean keepAlive = Tokens.has(fields, FieldName.CONNECTION, old ? "keep-alive" : "close") == old;
        boolean awaits = !old && Tokens.has(fields, FieldName.EXPECT, "100-continue");
        fields.remove(FieldName.CONNECTION);
        fields.remove(FieldName.KEEP_ALIVE);
        fields.remove(FieldName.TE);
        fields.remove(FieldName.TRANSFER_ENCODING);
        refuseUpgrade(fields, old);
        return new RequestFraming(length, keepAlive, awaits);
    }

    private static long length(Fields fields, boolean old) throws BadHead {
        boolean chunked = fields.has(FieldName.TRANSFER_ENCODING);
        boolean counted = fields.has(FieldName.CONTENT_LENGTH);
        if (chunked && (old || counted)) {
            throw new BadHead(400, "Transfer-Encoding in HTTP/1.0 or beside Content-Length");
        }
        if (chunked) {
            if (!Tokens.isChunked(fields)) {
                throw new BadHead(501, "Transfer-Encoding other than chunked");
            }
            return BodyLength.UNKNOWN;
        }
        return counted ? contentLength(fields, 400) : BodyLength.NONE;
    }

    /** The one Content-Length there may be. */
    static long contentLength(Fields fields, int status) throws BadHead {
        List<String> values = fields.all(FieldName.CONTENT_LENGTH);
        String value = values.getFirst();
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (values.size() > 1 || !digits || value.length() > 18) {
            throw new BadHead(status, "Content-Length that is doubled or not a number");
        }
        return Long.parseLong(value);
    }

    /** A backend that switched to HTTP/2 would take requests that no route has seen; HTTP/1.0 has no Upgrade. */
    private static void refuseUpgrade(Fields fields, boolean old) {
        boolean h2c = fields.all(FieldName.UPGRADE).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("h2c"));
        if (old || h2c) {
            fields.remove(FieldName.UPGRADE);
            fields.remove(FieldName.HTTP2_SETTINGS);
        }
    }
}
