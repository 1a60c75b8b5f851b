package io.portafilter.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.e2e.wire.Connection;
import io.portafilter.e2e.wire.Heard;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A single proxy, asked by its own address. */
final class Asked {
    private Asked() {}

    /** What it answers for a host; 0 for no answer. */
    static int status(String address, String host) throws IOException {
        try (Connection connection = Connection.open(new InetSocketAddress(address, 80))) {
            connection.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.receive("GET") instanceof Heard.Reply reply ? reply.status() : 0;
        }
    }

    /** Returns when it serves a host; one that is down does not yet. */
    static void until200(String address, String host) {
        Cluster.patiently()
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(status(address, host)).isEqualTo(200));
    }
}
