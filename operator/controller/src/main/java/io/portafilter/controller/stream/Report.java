package io.portafilter.controller.stream;

import io.portafilter.contract.ContractException;
import io.portafilter.contract.Frame;
import io.portafilter.contract.FrameLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a proxy says it applied and refused: one POST. */
final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Report() {}

    /** Reads it when it is this proxy's turn, and notes it. */
    static void take(RequestHead head, ProxyIdentity proxy, RequestReader requests, StreamServer.Shared shared)
            throws IOException, InterruptedException, Refusal {
        int length = head.length(shared.options().body());
        Duration wait = shared.proxies()
                .turn(proxy, PATIENCE)
                .orElseThrow(() -> Refusal.forNow(429, "These are too many reports.", 1));
        Thread.sleep(wait);
        shared.proxies().reported(proxy, frames(requests.body(length)));
    }

    private static List<Frame.Up> frames(byte[] body) throws Refusal {
        List<Frame.Up> frames = new ArrayList<>();
        try {
            for (String line : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    frames.add(FrameLines.readUp(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (ContractException | IllegalArgumentException e) {
            LOG.debug("a report that is none", e);
            throw Refusal.of(400, "This is not what a proxy of this contract reports.");
        }
        return frames;
    }
}
