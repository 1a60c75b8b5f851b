package io.portafilter.controller.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/**
 * Makes the JDK's HTTP servers. Left alone they wait forever for a request that does not end and for a client that does not take its
 * answer, and they hold as many connections as anybody opens. Their limits are properties of the whole process that the JDK reads once,
 * when the first server is made; so servers are made here and nowhere else. A property that the command line sets stays as it is.
 */
public final class HttpServers {
    /** A request that has not arrived within this time after its first byte loses its connection; so does a connection without any. */
    public static final Duration REQUEST_TIME = Duration.ofSeconds(10);

    /** An answer that has not left within this time after its request, the time to make it included, loses its connection. */
    public static final Duration RESPONSE_TIME = Duration.ofSeconds(30);

    /** More connections to one server are closed at once. */
    public static final int CONNECTIONS = 200;

    private static final Map<String, Long> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime",
            REQUEST_TIME.toSeconds(),
            "sun.net.httpserver.maxRspTime",
            RESPONSE_TIME.toSeconds(),
            // How often it looks for connections that say nothing, in ms; the others it looks at every second anyway.
            "sun.net.httpserver.clockTick",
            1_000L,
            "jdk.httpserver.maxConnections",
            (long) CONNECTIONS);

    private HttpServers() {}

    /**
     * A server for HTTP, not yet started.
     *
     * @throws IOException if the address cannot be bound
     */
    public static HttpServer http(InetSocketAddress address) throws IOException {
        limit();
        return HttpServer.create(address, 0);
    }

    /**
     * A server for HTTPS, not yet started and without a certificate.
     *
     * @throws IOException if the address cannot be bound
     */
    public static HttpsServer https(InetSocketAddress address) throws IOException {
        limit();
        return HttpsServer.create(address, 0);
    }

    private static void limit() {
        LIMITS.forEach((name, limit) -> System.getProperties().putIfAbsent(name, limit.toString()));
    }
}
