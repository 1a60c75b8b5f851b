package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.portafilter.proxy.head.Bytes;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.head.Version;

/** Writes the answers to one client with the framing that it understands (RFC 9112 §6.3). Each method says how many bytes. */
final class ResponseWriter {
    private final Channel channel;
    private final Bytes scratch;
    private final BodyEncoder encoder = new BodyEncoder();
    private boolean toHead;
    private boolean old;
    private boolean untilClose;
    private boolean upgraded;

    ResponseWriter(Channel channel, Bytes scratch) {
        this.channel = channel;
        this.scratch = scratch;
    }

    /** The next answer is to this request. */
    void start(RequestHead request) {
        toHead = request.isHead();
        old = request.version() == Version.HTTP_1_0;
        untilClose = false;
        upgraded = false;
        encoder.start(false);
    }

    /** Only the end of the connection ends this answer. */
    boolean untilClose() {
        return untilClose;
    }

    /** The connection is a tunnel now. */
    boolean upgraded() {
        return upgraded;
    }

    int informational(ResponseHead head) {
        return old ? 0 : HeadWriter.write(channel, scratch, head, "");
    }

    int head(ResponseHead head, long bodyLength, boolean keepAlive) {
        boolean bodyless = toHead || head.status() == 204 || head.status() == 304;
        boolean chunked = !bodyless && bodyLength < 0 && !old;
        untilClose = !bodyless && bodyLength < 0 && old;
        encoder.start(chunked);
        if (bodyLength >= 0 && head.status() != 204 && !head.fields().has(FieldName.CONTENT_LENGTH)) {
            head.fields().add(FieldName.CONTENT_LENGTH, Long.toString(bodyLength));
        }
        String framing = chunked ? "Transfer-Encoding: chunked\r\n" : "";
        return HeadWriter.write(channel, scratch, head, framing + connection(keepAlive && !untilClose));
    }

    private String connection(boolean keepAlive) {
        if (!keepAlive) {
            return "Connection: close\r\n";
        }
        return old ? "Connection: keep-alive\r\n" : "";
    }

    int upgrade(ResponseHead head) {
        upgraded = true;
        encoder.start(false);
        return HeadWriter.write(channel, scratch, head, "Connection: upgrade\r\n");
    }

    int data(ByteBuf data) {
        return encoder.write(channel, data);
    }

    int end(Fields trailers) {
        return encoder.end(channel, trailers, scratch);
    }
}
