package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.portafilter.contract.Action;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.head.Version;
import io.portafilter.proxy.routing.HostName;
import io.portafilter.proxy.upstream.EndpointState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight, from its complete head to the end of its answer. It knows no protocol: a codec implements
 * {@link ClientStream} and tells it what the client does.
 *
 * <pre>
 *   begin ─▶ host, path ─▶ route ─▶ request filters ─▶ action ─▶ attempts ─▶ response filters ─▶ end
 *                            │          answer         answer     502, 504, retry              │
 *                            └ kept until the end                           observer is told ◀─┘
 * </pre>
 *
 * <p>A codec uses one exchange again for the requests that follow each other on a connection or stream; what it says here is
 * about the request that began last.
 */
public final class Exchange {
    private static final Fields NO_TRAILERS = new Fields();

    private final ExchangeContext context;
    private final ClientStream stream;
    private final Forwarding forwarding;
    private final List<Attempt> attempts = new ArrayList<>();

    private RequestHead request = new RequestHead();
    private ClientLimits limits = ClientLimits.DEFAULT;
    private @Nullable RouteEntry route;
    private String host = "";
    private String id = "";
    private long bodyLength;
    private long bodyLimit;
    private long bodyReceived;
    private long requestBytes;
    private long responseBytes;
    private long responseBodyBytes;
    private long startNanos;
    private long startMillis;
    private long endNanos;
    private int status;
    private boolean headSent;
    private boolean over = true;
    private EndReason endReason = EndReason.COMPLETE;

    /** An exchange for this stream; {@link #begin} or {@link #refuse} starts it. */
    public Exchange(ExchangeContext context, ClientStream stream) {
        this.context = context;
        this.stream = stream;
        this.forwarding = new Forwarding(this, context, stream);
    }

    // ---- what the codec tells ----

    /**
     * A request's head is complete.
     *
     * @param head stays the codec's and must not change before {@link ClientStream#finished}
     * @param length of the body: bytes or {@link BodyLength#UNKNOWN}
     * @param headBytes bytes that the head had on the wire
     */
    public void begin(RequestHead head, long length, ClientLimits clientLimits, long headBytes) {
        reset(head, length, clientLimits, headBytes);
        host = HostName.of(head.authority());
        ListenerContext listener = stream.client().listener();
        RouteEntry found = listener.router().route(listener, host, head.path());
        route = found;
        List<RequestFilter> filters = found.requestFilters();
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).filter(this) instanceof Verdict.Answer answer) {
                answer(answer.status(), answer.location());
                return;
            }
        }
        act(found);
    }

    /** A request is refused before it was understood: 4xx, 501 or 505. It has no route, and is told about all the same. */
    public void refuse(RequestHead head, int withStatus, long headBytes) {
        reset(head, BodyLength.NONE, ClientLimits.DEFAULT, headBytes);
        endReason = EndReason.BAD_REQUEST;
        answer(withStatus);
    }

    /** A part of the request's body, after a pull. */
    public void requestData(ByteBuf data) {
        bodyReceived += data.readableBytes();
        if (over) {
            data.release();
        } else if (bodyLimit > 0 && bodyReceived > bodyLimit) {
            data.release();
            requestFailed(413);
        } else {
            forwarding.requestData(data);
        }
    }

    /** The request is complete, after a pull; in a tunnel, the client sends no more. */
    public void requestEnd(Fields trailers) {
        if (!over) {
            forwarding.requestEnd(trailers);
        }
    }

    /** The rest of the request will not come, or cannot be understood: 400, 408 or 413. */
    public void requestFailed(int withStatus) {
        if (over) {
            return;
        }
        endReason = switch (withStatus) {
            case 408 -> EndReason.CLIENT_TIMEOUT;
            case 413 -> EndReason.COMPLETE;
            default -> EndReason.BAD_REQUEST;
        };
        if (headSent) {
            breakOff(endReason);
        } else {
            answer(withStatus);
        }
    }

    /** The client's connection or stream is gone. */
    public void clientGone() {
        finish(EndReason.CLIENT_GONE);
    }

    /** Its connection or stream is gone, and there will be no next request on it. */
    public void end() {
        clientGone();
        forwarding.end();
    }

    /** The client takes more of the answer again. */
    public void clientWritable() {
        if (!over) {
            forwarding.clientWritable();
        }
    }

    /** Bytes of the request's body and its framing have arrived. */
    public void received(long bytes) {
        requestBytes += bytes;
    }

    /** Bytes of the answer, head and framing included, were written. */
    public void sent(long bytes) {
        responseBytes += bytes;
    }

    // ---- for filters ----

    /** The request's head; filters edit its fields. */
    public RequestHead request() {
        return request;
    }

    /** Who asks, and where. */
    public Client client() {
        return stream.client();
    }

    /** Host name in lower case, without port; empty if an HTTP/1.0 client named none. */
    public String host() {
        return host;
    }

    /** Length of the request's body: bytes or {@link BodyLength#UNKNOWN}. */
    public long bodyLength() {
        return bodyLength;
    }

    /** A longer body than this is answered 413; 0 is no limit. */
    public void limitBody(long bytes) {
        bodyLimit = bytes;
    }

    /** The id that is sent upstream as X-Request-ID and logged; empty before a filter has set it. */
    public String id() {
        return id;
    }

    /** Sets the id. */
    public void id(String newId) {
        id = newId;
    }

    // ---- for observers ----

    /** The route; absent if the request was refused before it could have one. */
    public Optional<RouteEntry> route() {
        return Optional.ofNullable(route);
    }

    /** What was tried, in order. */
    public List<Attempt> attempts() {
        return Collections.unmodifiableList(attempts);
    }

    /** The status that the client was sent; 0 if it was gone before. */
    public int status() {
        return status;
    }

    /** Whether it is over, and why. */
    public EndReason endReason() {
        return endReason;
    }

    /** When the head was complete, by {@link System#nanoTime}. */
    public long startNanos() {
        return startNanos;
    }

    /** When the head was complete, in milliseconds since 1970. */
    public long startMillis() {
        return startMillis;
    }

    /** When it ended, by {@link System#nanoTime}. */
    public long endNanos() {
        return endNanos;
    }

    /** Bytes of the request: head, body and framing. */
    public long requestBytes() {
        return requestBytes;
    }

    /** Bytes of the answer: head, body and framing. */
    public long responseBytes() {
        return responseBytes;
    }

    /** Bytes of the answer's body, without framing. */
    public long responseBodyBytes() {
        return responseBodyBytes;
    }

    // ---- inside ----

    private void reset(RequestHead head, long length, ClientLimits clientLimits, long headBytes) {
        request = head;
        bodyLength = length;
        limits = clientLimits;
        requestBytes = headBytes;
        attempts.clear();
        route = null;
        host = "";
        id = "";
        bodyLimit = 0;
        bodyReceived = 0;
        responseBytes = 0;
        responseBodyBytes = 0;
        status = 0;
        headSent = false;
        over = false;
        endReason = EndReason.COMPLETE;
        startNanos = System.nanoTime();
        startMillis = System.currentTimeMillis();
    }

    private void act(RouteEntry found) {
        switch (found.action()) {
            case RouteAction.Forward forward -> forwarding.start(forward, found.attempts());
            case RouteAction.Respond respond -> answer(respond.status());
            case RouteAction.Deny ignored -> answer(Action.Deny.STATUS);
            case RouteAction.AddSlash ignored -> answer(301, Location.addSlash(client(), host, request));
            case RouteAction.OtherHost other ->
                answer(other.code(), Location.otherHost(client(), other.host(), request));
        }
    }

    /** Answers with a small page, instead of whatever is going on. */
    void answer(int withStatus) {
        answer(withStatus, "");
    }

    private void answer(int withStatus, String location) {
        forwarding.clear();
        ResponseHead head = new ResponseHead().start(withStatus, ErrorPage.reason(withStatus), Version.HTTP_1_1);
        head.fields().add(FieldName.CONTENT_TYPE, "text/html");
        if (!location.isEmpty()) {
            head.fields().add(FieldName.LOCATION, location);
        }
        byte[] page = ErrorPage.body(withStatus);
        respond(head, page.length);
        if (!request.isHead()) {
            responseData(Unpooled.wrappedBuffer(page));
        }
        stream.end(NO_TRAILERS);
        finish(endReason);
    }

    /** Sends the head of the final answer. */
    void respond(ResponseHead head, long length) {
        filterResponse(head);
        head.fields().set(FieldName.DATE, context.date());
        stream.head(head, length);
    }

    /** Sends the answer 101. */
    void upgrade(ResponseHead head) {
        filterResponse(head);
        head.fields().set(FieldName.DATE, context.date());
        stream.upgrade(head);
    }

    private void filterResponse(ResponseHead head) {
        status = head.status();
        headSent = true;
        if (route != null) {
            List<ResponseFilter> filters = route.responseFilters();
            for (int i = 0; i < filters.size(); i++) {
                filters.get(i).filter(this, head);
            }
        }
    }

    /** Sends a part of the answer's body. */
    void responseData(ByteBuf data) {
        responseBodyBytes += data.readableBytes();
        stream.data(data);
    }

    /** Ends an answer that cannot be completed. */
    void breakOff(EndReason reason) {
        stream.reset();
        finish(reason);
    }

    /** It is over; only the first reason counts. */
    void finish(EndReason reason) {
        if (over) {
            return;
        }
        over = true;
        endReason = reason;
        forwarding.clear();
        endNanos = System.nanoTime();
        context.observer().ended(this);
        stream.finished();
    }

    Attempt attempt(EndpointState endpoint) {
        Attempt attempt = new Attempt(endpoint, System.nanoTime());
        attempts.add(attempt);
        return attempt;
    }

    /** How long the client may take between two buffers of its body, or to take one of the answer. */
    long bodyNanos() {
        return TimeUnit.SECONDS.toNanos(limits.bodySeconds());
    }
}
