package io.portafilter.controller.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import io.portafilter.contract.Version;
import io.portafilter.controller.authority.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proxy of good manners sees. */
class StreamServerTest {
    private final TestAuthority authority = new TestAuthority();
    private final Hub hub = new Hub(HubOptions.DEFAULT);
    private final Steps steps = new Steps(hub);
    private StreamServer server;

    @BeforeEach
    void start() throws IOException {
        server = StreamServer.start(
                StreamOptions.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                authority.server(),
                hub,
                new NamedTokens());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everythingThenStepsAsTheyCome() throws IOException {
        Version first = steps.put("web", 1);
        try (Client client = client().follow("")) {
            Client.Head head = client.head();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers()).containsEntry("content-type", "application/x-ndjson");
            assertThat(frames(client, 4)).first().isEqualTo(steps.inventory());
            Version second = steps.put("web", 2);
            assertThat(frames(client, 2)).last().isEqualTo(new Frame.Commit(second));
            Version third = steps.delete("web");
            assertThat(frames(client, 3)).last().isEqualTo(new Frame.Commit(third));
            assertThat(first).isNotEqualTo(third);
        }
    }

    private Client client() throws IOException {
        return new Client(server.address(), authority.client());
    }

    static List<Frame.Down> frames(Client client, int count) throws IOException {
        List<Frame.Down> frames = new ArrayList<>();
        while (frames.size() < count) {
            byte[] line = client.line().orElseThrow();
            if (line.length > 0) {
                frames.add(FrameLines.readDown(line));
            }
        }
        return frames;
    }
}
