package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.portafilter.proxy.head.Bytes;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.ResponseHead;

/** Writes heads as HTTP/1.1, whatever they came in (RFC 9112 §3, §4). */
final class HeadWriter {
    private HeadWriter() {}

    /** Writes a request's head with these lines of our own after its fields; says how many bytes it has. */
    static int write(Channel channel, Bytes scratch, RequestHead head, String ownLines) {
        scratch.clear().append(head.method()).append(" ").append(head.target()).append(" HTTP/1.1");
        scratch.line();
        head.fields().writeTo(scratch);
        return send(channel, scratch.append(ownLines).line());
    }

    /** Writes a response's head with these lines of our own after its fields; says how many bytes it has. */
    static int write(Channel channel, Bytes scratch, ResponseHead head, String ownLines) {
        scratch.clear().append("HTTP/1.1 ").append(head.status()).append(" ").append(head.reason());
        scratch.line();
        head.fields().writeTo(scratch);
        return send(channel, scratch.append(ownLines).line());
    }

    private static int send(Channel channel, Bytes scratch) {
        ByteBuf out = channel.alloc().directBuffer(scratch.length());
        scratch.writeTo(out);
        Channels.write(channel, out);
        return scratch.length();
    }
}
