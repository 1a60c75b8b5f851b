package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.portafilter.proxy.exchange.BodyLength;
import io.portafilter.proxy.exchange.Client;
import io.portafilter.proxy.exchange.ClientLimits;
import io.portafilter.proxy.exchange.ClientStream;
import io.portafilter.proxy.exchange.Deadline;
import io.portafilter.proxy.exchange.Exchange;
import io.portafilter.proxy.exchange.ListenerContext;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.HeadLimits;
import io.portafilter.proxy.head.RequestHeadParser;
import io.portafilter.proxy.head.ResponseHead;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: requests in, one exchange after the other, answers out in the same order (RFC 9112 §9.3). What a
 * client sends ahead waits in the socket, but for one read.
 *
 * <pre>
 *   HEAD ─▶ EXCHANGE ─▶ HEAD            the next request
 *                    ├▶ DRAIN ─▶ HEAD   the answer came before the end of the request, of which little is left
 *                    └▶ LINGER          no next request; what still comes is thrown away, so that the answer is not lost
 * </pre>
 */
final class ServerConnection extends StepwiseHandler implements ClientStream {
    private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
    private static final Fields NO_TRAILERS = new Fields();
    /** So much of a request that nobody wants is read for the sake of keeping the connection. */
    private static final int DRAIN_BYTES = 64 * 1024;

    private static final int LINGER_SECONDS = 5;

    private enum State {
        HEAD,
        EXCHANGE,
        DRAIN,
        LINGER,
        CLOSED
    }

    private final ListenerContext listener;
    private final Flusher.Output output;
    private final Client client;
    private final Exchange exchange;
    private final Deadline deadline;
    private final RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);
    private final BodyDecoder body = new BodyDecoder();
    private final ResponseWriter response;

    private State state = State.HEAD;
    private ClientLimits limits;
    private long headBytes;
    private long drained;
    private int requests;
    private boolean pulled;
    private boolean keepAlive;
    private boolean awaitsContinue;
    private boolean broken;

    ServerConnection(Http1Loop loop, ListenerContext listener, Channel channel) {
        this.listener = listener;
        super(loop, channel);
        this.output = new Flusher.Output(channel);
        this.client = Client.of((InetSocketAddress) channel.remoteAddress(), listener);
        this.exchange = new Exchange(loop.exchanges(), this);
        this.deadline = loop.exchanges().deadlines().create(this::expired);
        this.response = new ResponseWriter(channel, loop.scratch());
        this.limits = listener.limits().get();
        deadline.in(TimeUnit.SECONDS.toNanos(limits.headerSeconds()));
    }

    // ---- the channel ----

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ignored) {
        if (channel.isWritable() && state == State.EXCHANGE) {
            exchange.clientWritable();
            loop.flusher().flush();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            endInput();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        state = State.CLOSED;
        deadline.end();
        inbound.clear();
        loop.closed(this);
        exchange.end();
        loop.flusher().flush();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("closing the connection of {} after an unexpected error", client.address(), cause);
        }
        Channels.close(channel);
    }

    // ---- what arrives ----

    @Override
    boolean step() {
        return switch (state) {
            case HEAD -> readHead();
            case EXCHANGE -> pulled && readBody();
            case DRAIN -> drain();
            case LINGER -> {
                inbound.clear();
                if (inputEnded()) {
                    close();
                }
                yield false;
            }
            case CLOSED -> {
                inbound.clear();
                yield false;
            }
        };
    }

    private boolean readHead() {
        if (inbound.isEmpty()) {
            if (inputEnded()) {
                close();
            }
            return false;
        }
        boolean begun = parser.begun();
        ByteBuf in = inbound.first();
        int before = in.readableBytes();
        try {
            boolean complete = parser.parse(in);
            headBytes += before - in.readableBytes();
            if (complete) {
                begin(RequestFraming.take(parser.head()));
            } else if (!begun) {
                deadline.in(TimeUnit.SECONDS.toNanos(limits.headerSeconds()));
            }
        } catch (BadHead e) {
            LOG.debug("{}: {}", client.address(), e.getMessage());
            refuse(e.status());
        }
        return true;
    }

    private void begin(RequestFraming framing) {
        limits = listener.limits().get();
        requests++;
        deadline.off();
        state = State.EXCHANGE;
        awaitsContinue = framing.awaitsContinue();
        keepAlive = framing.keepAlive()
                && limits.keepAliveSeconds() > 0
                && requests < limits.keepAliveRequests()
                && !loop.ending();
        if (framing.length() == BodyLength.UNKNOWN) {
            body.chunked();
        } else {
            body.counted(framing.length());
        }
        response.start(parser.head());
        exchange.begin(parser.head(), framing.length(), limits, headBytes);
    }

    /** Where the next request would begin is unknown after this, so there is none. */
    private void refuse(int status) {
        deadline.off();
        state = State.EXCHANGE;
        keepAlive = false;
        body.raw();
        response.start(parser.head());
        exchange.refuse(parser.head(), status, headBytes);
    }

    private boolean readBody() {
        if (body.done()) {
            pulled = false;
            exchange.requestEnd(NO_TRAILERS);
            return true;
        }
        if (inbound.isEmpty()) {
            return inputEnded() && endOfInput();
        }
        ByteBuf in = inbound.first();
        int before = in.readableBytes();
        try {
            ByteBuf data = body.next(in);
            exchange.received(before - in.readableBytes());
            if (data.isReadable()) {
                pulled = false;
                awaitsContinue = false;
                exchange.requestData(data);
            } else {
                data.release();
            }
        } catch (BadHead e) {
            LOG.debug("{}: {}", client.address(), e.getMessage());
            pulled = false;
            keepAlive = false;
            exchange.requestFailed(e.status());
        }
        return true;
    }

    private boolean endOfInput() {
        pulled = false;
        if (body.endsWithConnection()) {
            body.end();
            exchange.requestEnd(NO_TRAILERS);
        } else {
            broken = true;
            exchange.clientGone();
        }
        return true;
    }

    private boolean drain() {
        if (body.done()) {
            next();
            return true;
        }
        if (inbound.isEmpty()) {
            if (inputEnded()) {
                close();
            }
            return false;
        }
        ByteBuf in = inbound.first();
        drained += in.readableBytes();
        try {
            body.next(in).release();
        } catch (BadHead e) {
            drained = Long.MAX_VALUE;
        }
        if (drained > DRAIN_BYTES) {
            linger();
        }
        return true;
    }

    // ---- the exchange ----

    @Override
    public Client client() {
        return client;
    }

    @Override
    public void pull() {
        pulled = true;
        process();
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void informational(ResponseHead head) {
        awaitsContinue = awaitsContinue && head.status() != 100;
        sent(response.informational(head));
    }

    @Override
    public void head(ResponseHead head, long bodyLength) {
        keepAlive = keepAlive && !loop.ending() && !inputEnded() && !awaitsContinue && mayDrain(head.status());
        sent(response.head(head, bodyLength, keepAlive));
        keepAlive = keepAlive && !response.untilClose();
    }

    /** Whether the rest of the request is worth reading; one that was too slow or too large has lost its chance. */
    private boolean mayDrain(int status) {
        return body.done() || (status != 408 && status != 413 && !body.moreThan(DRAIN_BYTES));
    }

    @Override
    public void upgrade(ResponseHead head) {
        keepAlive = false;
        body.raw();
        sent(response.upgrade(head));
    }

    @Override
    public void data(ByteBuf data) {
        sent(response.data(data));
    }

    @Override
    public void end(Fields trailers) {
        if (response.upgraded()) {
            Channels.endOutput(channel);
        } else {
            sent(response.end(trailers));
        }
    }

    @Override
    public void reset() {
        broken = true;
    }

    private void sent(int bytes) {
        exchange.sent(bytes);
        loop.flusher().written(output);
    }

    @Override
    public void finished() {
        pulled = false;
        if (state == State.CLOSED) {
            return;
        }
        if (broken) {
            channel.flush();
            Channels.close(channel);
        } else if (!keepAlive) {
            linger();
        } else if (body.done()) {
            next();
        } else {
            state = State.DRAIN;
            drained = 0;
            deadline.in(TimeUnit.SECONDS.toNanos(limits.bodySeconds()));
        }
        process();
    }

    // ---- between exchanges ----

    private void next() {
        state = State.HEAD;
        parser.clear();
        headBytes = 0;
        deadline.in(TimeUnit.SECONDS.toNanos(limits.keepAliveSeconds()));
        loop.drainLinger().ifPresent(this::drainNow);
    }

    /** Closing while bytes of the client are unread would make its system throw the answer away (RFC 9112 §9.6). */
    private void linger() {
        deadline.in(TimeUnit.SECONDS.toNanos(LINGER_SECONDS));
        if (listener.tls() || inputEnded() || (body.done() && inbound.isEmpty())) {
            close();
        } else {
            state = State.LINGER;
            Channels.endOutput(channel);
        }
    }

    private void close() {
        state = State.CLOSED;
        deadline.in(TimeUnit.SECONDS.toNanos(LINGER_SECONDS));
        Channels.closeAfterFlush(channel);
    }

    private void expired() {
        if (state == State.HEAD && parser.begun()) {
            refuse(408);
            process();
        } else if (state == State.HEAD) {
            close();
        } else {
            Channels.close(channel);
        }
    }

    /** Closes after this time if no request has begun by then; else the present one is the last. */
    void drainNow(Duration linger) {
        if (state != State.HEAD || parser.begun()) {
            return;
        }
        if (linger.isZero()) {
            close();
        } else {
            deadline.in(linger.toNanos());
        }
    }
}
