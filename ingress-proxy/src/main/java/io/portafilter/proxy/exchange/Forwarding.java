package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.upstream.EndpointState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an exchange to a backend and back: attempts one after the other, and the two bodies. Used again for each request of
 * its exchange.
 */
final class Forwarding {
    private final Exchange exchange;
    private final ExchangeContext context;
    private final ClientStream client;
    private final Replay replay = new Replay();
    private final Pump request;
    private final Pump response;
    private final Retries retries = new Retries();

    private AttemptPolicy policy = AttemptPolicy.DEFAULT;
    private RouteAction.@Nullable Forward action;
    private @Nullable Asked current;
    private @Nullable UpstreamStream upstream;
    private @Nullable ByteBuf held;
    private @Nullable Fields requestTrailers;
    private boolean answered;
    private boolean tunnel;
    private boolean responseEnded;
    private long lastBytes;

    Forwarding(Exchange exchange, ExchangeContext context, ClientStream client) {
        this.exchange = exchange;
        this.context = context;
        this.client = client;
        this.request = new RequestPump(context.deadlines());
        this.response = new ResponsePump(context.deadlines());
    }

    /** Sends the request to one of the cluster's endpoints, or answers that there is none. */
    void start(RouteAction.Forward to, AttemptPolicy attempts) {
        action = to;
        policy = attempts;
        retries.start(attempts, exchange.startNanos());
        attempt(to);
    }

    private void attempt(RouteAction.Forward to) {
        List<EndpointState> endpoints = to.cluster().endpoints();
        if (endpoints.isEmpty()) {
            exchange.answer(to.statusWhenEmpty());
            return;
        }
        EndpointState endpoint = retries.next(to.cluster(), endpoints);
        Asked asked = new Asked(exchange.attempt(endpoint));
        current = asked;
        context.connector().connect(endpoint, policy.connectNanos(), asked);
    }

    private void send(UpstreamStream stream) {
        upstream = stream;
        stream.send(exchange.request(), exchange.bodyLength());
        replay.to(stream);
        ByteBuf waiting = held;
        if (waiting != null) {
            held = null;
            toUpstream(stream, waiting);
        }
        Fields trailers = requestTrailers;
        if (trailers == null) {
            request.start(exchange.bodyNanos(), policy.sendNanos());
        } else {
            stream.end(trailers);
            response.await(policy.readNanos());
        }
    }

    private void toUpstream(UpstreamStream stream, ByteBuf data) {
        if (!tunnel) {
            replay.keep(data);
        }
        stream.data(data);
    }

    /** A part of the request's body, counted already. */
    void requestData(ByteBuf data) {
        lastBytes = context.deadlines().now();
        request.answered();
        UpstreamStream stream = upstream;
        if (stream == null) {
            held = data;
        } else {
            toUpstream(stream, data);
            request.run();
        }
    }

    /** The request is complete. */
    void requestEnd(Fields trailers) {
        request.answered();
        request.pause();
        requestTrailers = trailers;
        UpstreamStream stream = upstream;
        if (stream == null) {
            return;
        }
        stream.end(trailers);
        if (tunnel) {
            endOfTunnel();
        } else if (!answered) {
            response.await(policy.readNanos());
        }
    }

    void clientWritable() {
        response.run();
    }

    /** Whether the request came to its end. */
    boolean requestEnded() {
        return requestTrailers != null;
    }

    /** Gives the attempt up, if there is one, and forgets the request. */
    void clear() {
        abandon();
        request.clear();
        response.clear();
        replay.clear();
        ByteBuf waiting = held;
        if (waiting != null) {
            waiting.release();
        }
        held = null;
        action = null;
        requestTrailers = null;
        answered = false;
        tunnel = false;
        responseEnded = false;
    }

    /** There is no next request. */
    void end() {
        clear();
        request.end();
        response.end();
    }

    private void abandon() {
        UpstreamStream stream = upstream;
        Asked asked = current;
        upstream = null;
        current = null;
        if (asked != null) {
            asked.attempt.ended(System.nanoTime());
        }
        if (stream != null) {
            stream.reset();
        }
    }

    private void failed(Failure failure) {
        Asked asked = current;
        if (asked == null) {
            return;
        }
        boolean stale = failure == Failure.RESET && upstream != null && upstream.reused() && !answered;
        if (!answered) {
            asked.attempt.failed(failure.status());
        }
        abandon();
        response.pause();
        if (stale) {
            retries.forgive();
        } else {
            retries.avoid(asked.attempt.endpoint());
        }
        if (answered) {
            exchange.breakOff(EndReason.UPSTREAM_BROKE_OFF);
        } else if (action != null && replay.possible() && retries.allow(failure, exchange.request())) {
            attempt(action);
        } else {
            exchange.answer(failure.status());
        }
    }

    private void endOfTunnel() {
        if (requestEnded() && responseEnded) {
            exchange.finish(EndReason.COMPLETE);
        }
    }

    /** In a tunnel bytes in either direction keep both alive (behaviour §5: websockets). */
    private boolean quiet(Pump pump, long nanos) {
        long idle = context.deadlines().now() - lastBytes;
        if (tunnel && idle < nanos) {
            pump.extend(nanos - idle);
            return false;
        }
        return true;
    }

    /** What one attempt's connection says; a late word of an earlier attempt changes nothing. */
    private final class Asked implements UpstreamListener {
        private final Attempt attempt;

        Asked(Attempt attempt) {
            this.attempt = attempt;
        }

        private boolean late() {
            return current != this;
        }

        @Override
        public void connected(UpstreamStream stream) {
            if (late()) {
                stream.reset();
                return;
            }
            attempt.connected(System.nanoTime());
            send(stream);
        }

        @Override
        public void informational(ResponseHead head) {
            if (late()) {
                return;
            }
            client.informational(head);
            if (requestEnded()) {
                response.extend(policy.readNanos());
            }
        }

        @Override
        public void head(ResponseHead head, long bodyLength) {
            if (late()) {
                return;
            }
            attempt.answered(head.status(), System.nanoTime());
            if (action != null && replay.possible() && retries.allow(head.status(), exchange.request())) {
                retries.avoid(attempt.endpoint());
                abandon();
                response.pause();
                attempt(action);
                return;
            }
            answered = true;
            replay.forget();
            exchange.respond(head, bodyLength);
            response.start(policy.readNanos(), exchange.bodyNanos());
        }

        @Override
        public void upgraded(ResponseHead head) {
            if (late()) {
                return;
            }
            attempt.answered(head.status(), System.nanoTime());
            answered = true;
            tunnel = true;
            lastBytes = context.deadlines().now();
            requestTrailers = null;
            exchange.upgrade(head);
            response.start(policy.readNanos(), policy.sendNanos());
            request.start(policy.readNanos(), policy.sendNanos());
        }

        @Override
        public void data(ByteBuf data) {
            if (late()) {
                data.release();
                return;
            }
            lastBytes = context.deadlines().now();
            response.answered();
            attempt.received(data.readableBytes());
            exchange.responseData(data);
            response.run();
        }

        @Override
        public void end(Fields trailers) {
            if (late()) {
                return;
            }
            response.answered();
            response.pause();
            responseEnded = true;
            if (tunnel) {
                client.end(trailers);
                endOfTunnel();
                return;
            }
            attempt.ended(System.nanoTime());
            upstream = null;
            current = null;
            client.end(trailers);
            exchange.finish(EndReason.COMPLETE);
        }

        @Override
        public void writable() {
            if (!late()) {
                request.run();
            }
        }

        @Override
        public void failed(Failure failure) {
            if (!late()) {
                Forwarding.this.failed(failure);
            }
        }
    }

    private final class RequestPump extends Pump {
        RequestPump(Deadlines deadlines) {
            super(deadlines);
        }

        @Override
        void pull() {
            client.pull();
        }

        @Override
        boolean sinkWritable() {
            return upstream != null && upstream.writable();
        }

        @Override
        void expired(Side side) {
            if (!quiet(this, policy.readNanos())) {
                return;
            }
            if (side == Side.SINK) {
                failed(Failure.SEND_TIMEOUT);
            } else if (tunnel) {
                exchange.breakOff(EndReason.CLIENT_TIMEOUT);
            } else {
                exchange.requestFailed(408);
            }
        }
    }

    private final class ResponsePump extends Pump {
        ResponsePump(Deadlines deadlines) {
            super(deadlines);
        }

        @Override
        void pull() {
            if (upstream != null) {
                upstream.pull();
            }
        }

        @Override
        boolean sinkWritable() {
            return client.writable();
        }

        @Override
        void expired(Side side) {
            if (!quiet(this, policy.readNanos())) {
                return;
            }
            if (side == Side.SINK) {
                exchange.breakOff(EndReason.CLIENT_TIMEOUT);
            } else {
                failed(Failure.READ_TIMEOUT);
            }
        }
    }
}
