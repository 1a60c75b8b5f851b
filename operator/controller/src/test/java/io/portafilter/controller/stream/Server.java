package io.portafilter.controller.stream;

import io.portafilter.controller.authority.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;

/** A server on loopback, with the usual limits unless a test wants others. */
final class Server implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(5);
    static final Duration SHORT = Duration.ofMillis(300);

    final Hub hub;
    final Steps steps;
    private final TestAuthority authority = new TestAuthority();
    private final StreamServer server;

    Server() throws IOException {
        this(HubOptions.DEFAULT, usual());
    }

    Server(StreamOptions options) throws IOException {
        this(HubOptions.DEFAULT, options);
    }

    Server(HubOptions hubOptions, StreamOptions options) throws IOException {
        hub = new Hub(hubOptions);
        steps = new Steps(hub);
        server = StreamServer.start(options, authority.server(), hub, new NamedTokens(), InstantSource.system());
    }

    static StreamOptions usual() {
        return StreamOptions.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    static StreamOptions times(Duration heartbeat, Duration maxAge) {
        StreamOptions usual = usual();
        return new StreamOptions(
                usual.address(),
                heartbeat,
                maxAge,
                usual.connections(),
                usual.streams(),
                usual.streamsOfOneProxy(),
                usual.head(),
                usual.body(),
                usual.reports(),
                usual.grace());
    }

    /** With limits on streams and reports that a test can reach. */
    static StreamOptions few(int streams, int streamsOfOneProxy, int body, int reports) {
        StreamOptions usual = usual();
        return new StreamOptions(
                usual.address(),
                usual.heartbeat(),
                usual.maxAge(),
                usual.connections(),
                streams,
                streamsOfOneProxy,
                usual.head(),
                body,
                reports,
                usual.grace());
    }

    static StreamOptions connections(StreamOptions.Connections connections) {
        StreamOptions usual = usual();
        return new StreamOptions(
                usual.address(),
                Duration.ofMillis(100),
                usual.maxAge(),
                connections,
                usual.streams(),
                usual.streamsOfOneProxy(),
                usual.head(),
                usual.body(),
                usual.reports(),
                usual.grace());
    }

    Client client() throws IOException {
        return new Client(server.address(), authority.client());
    }

    /** One that can hold little of what it does not read. */
    Client smallClient() throws IOException {
        return new Client(server.address(), authority.client(), 4096);
    }

    TestAuthority authority() {
        return authority;
    }

    StreamServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
