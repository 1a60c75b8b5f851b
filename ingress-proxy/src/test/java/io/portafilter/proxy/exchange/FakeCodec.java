package io.portafilter.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.portafilter.contract.Endpoint;
import io.portafilter.contract.IngressRef;
import io.portafilter.contract.Key;
import io.portafilter.contract.Kind;
import io.portafilter.contract.Policies;
import io.portafilter.contract.Policy;
import io.portafilter.proxy.head.BadHead;
import io.portafilter.proxy.head.Bytes;
import io.portafilter.proxy.head.FieldName;
import io.portafilter.proxy.head.Fields;
import io.portafilter.proxy.head.HeadLimits;
import io.portafilter.proxy.head.RequestHead;
import io.portafilter.proxy.head.RequestHeadParser;
import io.portafilter.proxy.head.ResponseHead;
import io.portafilter.proxy.head.Version;
import io.portafilter.proxy.upstream.ClusterRegistry;
import io.portafilter.proxy.upstream.ClusterState;
import io.portafilter.proxy.upstream.EndpointState;
import io.portafilter.proxy.upstream.NameResolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Both sides of an exchange without any protocol or connection: what the exchange says is noted as words, and a test says what
 * client and backends do. That an exchange works with it proves that it knows no protocol.
 */
final class FakeCodec implements ClientStream, Connector {
    static final Key CLUSTER = new Key(Kind.CLUSTER, "shop/web/80");
    private static final long TICK = 1_000_000;

    /** What the client got. */
    final List<String> client = new ArrayList<>();
    /** What backends got, the number of the attempt first. */
    final List<String> backend = new ArrayList<>();
    /** The attempts that wait for a connection. */
    final Deque<UpstreamListener> waiting = new ArrayDeque<>();

    final Deadlines deadlines = new Deadlines(TICK, 0);
    final Exchange exchange;
    final List<EndReason> ends = new ArrayList<>();
    private final ClusterRegistry registry = new ClusterRegistry(NameResolver.SYSTEM);
    private final ClusterState cluster = registry.acquire(CLUSTER);
    private final Client peer;

    boolean clientWritable = true;
    boolean backendWritable = true;
    int clientPulls;
    int backendPulls;
    private int attempts;
    private long now;
    private RouteEntry route;

    FakeCodec(int endpoints, Policy<?>... policies) {
        List<Endpoint> addresses = new ArrayList<>();
        for (int i = 1; i <= endpoints; i++) {
            addresses.add(new Endpoint("10.0.0." + i, 80));
        }
        registry.update(CLUSTER, addresses);
        route = entry(forward(), Policies.of(policies), List.of(), List.of());
        ListenerContext listener =
                new ListenerContext("https", true, 443, (on, host, path) -> route, () -> ClientLimits.DEFAULT);
        peer = Client.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), listener);
        exchange = new Exchange(new ExchangeContext(this, deadlines, ended -> ends.add(ended.endReason())), this);
    }

    private static RouteEntry entry(
            RouteAction action, Policies policies, List<RequestFilter> requests, List<ResponseFilter> responses) {
        return new RouteEntry(
                new Key(Kind.ROUTE, "r"),
                IngressRef.NONE,
                "/",
                policies,
                action,
                requests,
                responses,
                AttemptPolicy.of(policies),
                RouteMeter.NONE);
    }

    void route(RouteAction action, List<RequestFilter> requests, List<ResponseFilter> responses) {
        route = entry(action, Policies.NONE, requests, responses);
    }

    RouteAction forward() {
        return new RouteAction.Forward(cluster, 503);
    }

    /** Begins a request. */
    FakeCodec begin(String method, String target, long bodyLength) {
        exchange.begin(head(method, target), bodyLength, ClientLimits.DEFAULT, 10);
        return this;
    }

    private static RequestHead head(String method, String target) {
        RequestHeadParser parser = new RequestHeadParser(HeadLimits.REQUEST);
        ByteBuf bytes = bytes(method + " " + target + " HTTP/1.1\r\nHost: Shop.test\r\n\r\n");
        try {
            parser.parse(bytes);
        } catch (BadHead e) {
            throw new IllegalArgumentException(e);
        } finally {
            bytes.release();
        }
        return parser.head();
    }

    static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    static ResponseHead answer(int status) {
        return new ResponseHead().start(status, "R" + status, Version.HTTP_2);
    }

    static Fields trailers(String value) {
        Fields fields = new Fields();
        fields.add(FieldName.X_REQUEST_ID, value);
        return fields;
    }

    /** Lets so many seconds pass. */
    void pass(int seconds) {
        now += seconds * 1_000_000_000L + 3 * TICK;
        deadlines.tick(now);
    }

    /** The oldest waiting attempt gets a new connection. */
    Upstream connect() {
        return connect(false);
    }

    /** The oldest waiting attempt gets a connection, perhaps one that was used before. */
    Upstream connect(boolean reused) {
        Upstream upstream = new Upstream(waiting.removeFirst(), ++attempts, reused);
        upstream.listener.connected(upstream);
        return upstream;
    }

    void noEndpoints() {
        registry.update(CLUSTER, List.of());
    }

    @Override
    public void connect(EndpointState endpoint, long timeoutNanos, UpstreamListener listener) {
        waiting.addLast(listener);
    }

    // ---- the client's side ----

    @Override
    public Client client() {
        return peer;
    }

    @Override
    public void pull() {
        clientPulls++;
    }

    @Override
    public boolean writable() {
        return clientWritable;
    }

    @Override
    public void informational(ResponseHead head) {
        client.add("info " + head.status());
    }

    @Override
    public void head(ResponseHead head, long bodyLength) {
        client.add("head " + head.status() + " " + bodyLength);
    }

    @Override
    public void upgrade(ResponseHead head) {
        client.add("upgrade " + head.status());
    }

    @Override
    public void data(ByteBuf data) {
        client.add(text(data));
    }

    @Override
    public void end(Fields trailers) {
        client.add("end" + text(trailers));
    }

    @Override
    public void reset() {
        client.add("reset");
    }

    @Override
    public void finished() {
        client.add("finished");
    }

    private static String text(ByteBuf data) {
        String text = data.toString(StandardCharsets.ISO_8859_1);
        data.release();
        return text;
    }

    private static String text(Fields trailers) {
        Bytes bytes = new Bytes();
        trailers.writeTo(bytes);
        ByteBuf out = Unpooled.buffer();
        bytes.writeTo(out);
        String text = text(out);
        return text.isEmpty() ? "" : " " + text.strip();
    }

    /** A backend's side of one attempt. */
    final class Upstream implements UpstreamStream {
        final UpstreamListener listener;
        private final String name;
        private final boolean reused;

        private Upstream(UpstreamListener listener, int number, boolean reused) {
            this.listener = listener;
            this.name = number + " ";
            this.reused = reused;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public void send(RequestHead head, long bodyLength) {
            backend.add(name + head.method() + " " + head.target() + " " + bodyLength);
        }

        @Override
        public boolean writable() {
            return backendWritable;
        }

        @Override
        public void data(ByteBuf data) {
            backend.add(name + text(data));
        }

        @Override
        public void end(Fields trailers) {
            backend.add(name + "end" + text(trailers));
        }

        @Override
        public void pull() {
            backendPulls++;
        }

        @Override
        public void reset() {
            backend.add(name + "reset");
        }
    }
}
