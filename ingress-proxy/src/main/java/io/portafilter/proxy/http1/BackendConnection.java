package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.portafilter.proxy.exchange.BodyLength;
import io.portafilter.proxy.exchange.Failure;
import io.portafilter.proxy.exchange.UpstreamListener;
import io.portafilter.proxy.exchange.UpstreamStream;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.HeadLimits;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.head.ResponseHeadParser;
import io.portafilter.proxy.upstream.EndpointState;
import io.portafilter.proxy.upstream.PoolEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a backend: idle in the pool, or in the hands of one attempt. It goes back to the pool only after a message
 * that was beyond doubt in both directions; a byte that nobody asked for closes it (RFC 9112 §9.2).
 */
final class BackendConnection extends StepwiseHandler implements UpstreamStream {
    private static final Logger LOG = LoggerFactory.getLogger(BackendConnection.class);
    /** A backend that sends 1xx without end would keep the client waiting without end. */
    private static final int MAX_INFORMATIONAL = 32;

    private static final Fields NO_TRAILERS = new Fields();

    private enum State {
        IDLE,
        HEAD,
        BODY,
        CLOSED
    }

    private final Flusher.Output output;
    private final PoolEntry<BackendConnection> entry;
    private final ResponseHeadParser parser = new ResponseHeadParser(HeadLimits.RESPONSE);
    private final BodyDecoder body = new BodyDecoder();
    private final BodyEncoder encoder = new BodyEncoder();
    private @Nullable UpstreamListener listener;

    private State state = State.IDLE;
    private int informational;
    private boolean pulled;
    private boolean requestEnded;
    private boolean toHead;
    private boolean upgradeAsked;
    private boolean tunnel;
    private boolean keepAlive;

    BackendConnection(Http1Loop loop, EndpointState endpoint, Channel channel) {
        super(loop, channel);
        this.output = new Flusher.Output(channel);
        this.entry = new PoolEntry<>(this, endpoint, System.nanoTime());
    }

    // ---- the channel ----

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ignored) {
        if (channel.isWritable() && listener != null) {
            listener.writable();
            loop.flusher().flush();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ignored, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            endInput();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ignored) {
        endInput();
    }

    /** A failed write does not close: the backend may have answered early, and the answer is still to be read. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("closing the connection to {} after an unexpected error", entry, cause);
            Channels.close(channel);
        }
    }

    // ---- what arrives ----

    @Override
    boolean step() {
        return switch (state) {
            case IDLE -> {
                if (inputEnded() || !inbound.isEmpty()) {
                    loop.pool().remove(entry);
                    close();
                }
                yield false;
            }
            case HEAD -> readHead();
            case BODY -> pulled && readBody();
            case CLOSED -> {
                inbound.clear();
                yield false;
            }
        };
    }

    private boolean readHead() {
        if (inbound.isEmpty()) {
            if (inputEnded()) {
                fail(Failure.RESET);
            }
            return false;
        }
        try {
            if (parser.parse(inbound.first())) {
                answered(parser.head());
            }
        } catch (BadHead e) {
            LOG.debug("{}: {}", entry, e.getMessage());
            fail(Failure.INVALID_ANSWER);
        }
        return true;
    }

    private void answered(ResponseHead head) throws BadHead {
        UpstreamListener to = listener;
        if (to == null) {
            return;
        }
        if (head.status() == 101) {
            switchProtocols(to, head);
            return;
        }
        ResponseFraming framing = ResponseFraming.take(head, toHead);
        if (head.status() < 200) {
            if (++informational > MAX_INFORMATIONAL) {
                throw new BadHead(502, "more than " + MAX_INFORMATIONAL + " informational answers");
            }
            to.informational(head);
            parser.clear();
            return;
        }
        state = State.BODY;
        keepAlive = framing.keepAlive();
        switch (framing.body()) {
            case NONE -> body.counted(0);
            case COUNTED -> body.counted(framing.length());
            case CHUNKED -> body.chunked();
            case UNTIL_CLOSE -> body.raw();
        }
        to.head(head, framing.length());
    }

    private void switchProtocols(UpstreamListener to, ResponseHead head) throws BadHead {
        if (!upgradeAsked || !requestEnded) {
            throw new BadHead(502, "101 that nobody asked for");
        }
        ResponseFraming.take(head, false);
        state = State.BODY;
        tunnel = true;
        body.raw();
        encoder.start(false);
        to.upgraded(head);
    }

    private boolean readBody() {
        if (!body.done() && inbound.isEmpty()) {
            if (!inputEnded()) {
                return false;
            }
            if (!body.endsWithConnection()) {
                fail(Failure.RESET);
                return false;
            }
            body.end();
        }
        UpstreamListener to = listener;
        if (to == null) {
            return false;
        }
        if (body.done()) {
            complete(to);
            return true;
        }
        try {
            ByteBuf data = body.next(inbound.first());
            if (data.isReadable()) {
                pulled = false;
                to.data(data);
            } else {
                data.release();
            }
        } catch (BadHead e) {
            LOG.debug("{}: {}", entry, e.getMessage());
            fail(Failure.INVALID_ANSWER);
        }
        return true;
    }

    private void complete(UpstreamListener to) {
        pulled = false;
        if (!tunnel) {
            listener = null;
            release();
        }
        to.end(NO_TRAILERS);
    }

    private void release() {
        if (keepAlive && requestEnded && !inputEnded() && inbound.isEmpty()) {
            state = State.IDLE;
            loop.pool().put(entry, System.nanoTime());
        } else {
            close();
        }
    }

    private void fail(Failure failure) {
        UpstreamListener to = listener;
        listener = null;
        close();
        if (to != null) {
            to.failed(failure);
        }
    }

    // ---- the attempt ----

    /** A new connection or one from the pool serves this attempt now. */
    void serve(UpstreamListener attempt) {
        entry.use();
        listener = attempt;
        state = State.HEAD;
        parser.clear();
        pulled = false;
        requestEnded = false;
        informational = 0;
        attempt.connected(this);
        process();
    }

    @Override
    public boolean reused() {
        return entry.reused();
    }

    @Override
    public void send(RequestHead head, long bodyLength) {
        boolean chunked = bodyLength == BodyLength.UNKNOWN;
        toHead = head.isHead();
        upgradeAsked = head.fields().has(FieldName.UPGRADE);
        encoder.start(chunked);
        String framing = chunked ? "Transfer-Encoding: chunked\r\n" : "";
        HeadWriter.write(channel, loop.scratch(), head, framing + (upgradeAsked ? "Connection: upgrade\r\n" : ""));
        written();
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void data(ByteBuf data) {
        encoder.write(channel, data);
        written();
    }

    @Override
    public void end(Fields trailers) {
        if (tunnel) {
            Channels.endOutput(channel);
            return;
        }
        encoder.end(channel, trailers, loop.scratch());
        requestEnded = true;
        written();
    }

    @Override
    public void pull() {
        pulled = true;
        process();
    }

    @Override
    public void reset() {
        listener = null;
        close();
    }

    /** Closes at once. */
    void close() {
        state = State.CLOSED;
        inbound.clear();
        Channels.close(channel);
    }

    private void written() {
        loop.flusher().written(output);
    }
}
