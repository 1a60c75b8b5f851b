package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.RequestHead;

/**
 * The backend's side of one attempt, implemented by a codec. The request is pushed while {@link #writable}; the answer's body is
 * pulled, its head comes by itself. The answers go to the {@link UpstreamListener} that asked for the connection.
 */
public interface UpstreamStream {
    /** Whether the connection was used before: then it may have died just now without anybody's fault. */
    boolean reused();

    /**
     * Sends the head. A field Upgrade asks the backend to switch protocols.
     *
     * @param bodyLength bytes or {@link BodyLength#UNKNOWN}
     */
    void send(RequestHead head, long bodyLength);

    /** Whether more of the request should be written now. */
    boolean writable();

    /** A part of the body; the stream releases it. */
    void data(ByteBuf data);

    /** The request is complete; after 101, this direction is. */
    void end(Fields trailers);

    /** Asks for one buffer of the answer's body, or its end. */
    void pull();

    /** Gives up: the listener hears nothing more. To be called unless the answer ended or failed. */
    void reset();
}
