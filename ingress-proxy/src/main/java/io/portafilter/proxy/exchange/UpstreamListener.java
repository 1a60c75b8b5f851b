package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.ResponseHead;

/** Hears what becomes of one attempt. Called on the event loop that asked. */
public interface UpstreamListener {
    /** There is a connection. */
    void connected(UpstreamStream stream);

    /** An informational answer other than 101. */
    void informational(ResponseHead head);

    /** The head of the final answer; see {@link ClientStream#head}. */
    void head(ResponseHead head, long bodyLength);

    /** The backend has switched protocols; both directions are bytes without message framing from now on. */
    void upgraded(ResponseHead head);

    /** A part of the body, after a pull; the listener releases it. */
    void data(ByteBuf data);

    /** The body is complete. The stream is not to be used any more, unless it was upgraded. */
    void end(Fields trailers);

    /** More of the request can be written. */
    void writable();

    /** The attempt has failed; the stream is gone. */
    void failed(Failure failure);
}
