package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.ResponseHead;

/**
 * The client's side of one exchange, implemented by a codec. Everything happens on the event loop of the client's connection.
 *
 * <p>The request's body is pulled: each {@link #pull} is answered once, at once or later, by {@link Exchange#requestData},
 * {@link Exchange#requestEnd}, {@link Exchange#requestFailed} or {@link Exchange#clientGone}. The answer is pushed while
 * {@link #writable}; when that comes true again the codec calls {@link Exchange#clientWritable}.
 */
public interface ClientStream {
    /** Who asks. */
    Client client();

    /** Asks for one buffer of the request's body, or its end. */
    void pull();

    /** Whether more of the answer should be written now. */
    boolean writable();

    /** An informational answer other than 101 (RFC 9110 §15.2); any number of them before the final one. */
    void informational(ResponseHead head);

    /**
     * The head of the final answer.
     *
     * @param bodyLength bytes or {@link BodyLength#UNKNOWN}; for an answer to HEAD what Content-Length says, and no data follow
     */
    void head(ResponseHead head, long bodyLength);

    /** The answer 101: from now on both directions carry bytes without message framing until each has ended. */
    void upgrade(ResponseHead head);

    /** A part of the body; the stream releases it. */
    void data(ByteBuf data);

    /** The body is complete. */
    void end(Fields trailers);

    /** The answer cannot be completed: the client must see that, by a reset or a closed connection. */
    void reset();

    /** The exchange is over and its heads are free; nothing more will be called. */
    void finished();
}
