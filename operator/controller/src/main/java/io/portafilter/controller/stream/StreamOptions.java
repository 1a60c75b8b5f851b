package io.portafilter.controller.stream;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where the stream is served, and the limits on what a client can do.
 *
 * @param address where to listen; port 0 takes a free one
 * @param heartbeat a stream that has been silent so long gets a blank line; the client takes three of these for an end
 * @param maxAge a stream ends after this, a tenth more or less, so that its token is judged anew
 * @param connections how the connections below the streams are limited
 * @param streams how many streams there may be
 * @param streamsOfOneProxy how many of them may be of one proxy: an old one can linger while a new one begins
 * @param head bytes of a request's line and headers
 * @param body bytes of what a proxy reports at once
 * @param reports how many reports a second one proxy may send; as many again at once
 * @param grace how long streams may take to end when the operator ends
 */
public record StreamOptions(
        InetSocketAddress address,
        Duration heartbeat,
        Duration maxAge,
        Connections connections,
        int streams,
        int streamsOfOneProxy,
        int head,
        int body,
        int reports,
        Duration grace) {

    /**
     * Limits on connections.
     *
     * @param all how many there may be
     * @param strangers how many of one address may be without an accepted token
     * @param handshake how long a TLS handshake may take
     * @param request how long a request may take from its first byte to its last
     * @param idle how long a connection may wait for its next request
     * @param write how long a client may read nothing of what is written to it
     */
    public record Connections(
            int all, int strangers, Duration handshake, Duration request, Duration idle, Duration write) {
        /** 2,048 connections, 32 strangers an address, 5 s for handshakes, 10 s for requests and writes, 2 minutes idle. */
        public static final Connections DEFAULT = new Connections(
                2048, 32, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(10));
    }

    /**
     * Defaults: heartbeats after 5 s, streams of an hour, 512 streams, 4 of one proxy, 16 KiB of head, 8 MiB of body, 100 reports a
     * second, 5 s of grace.
     */
    public static StreamOptions at(InetSocketAddress address) {
        return new StreamOptions(
                address,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Connections.DEFAULT,
                512,
                4,
                16 << 10,
                8 << 20,
                100,
                Duration.ofSeconds(5));
    }
}
