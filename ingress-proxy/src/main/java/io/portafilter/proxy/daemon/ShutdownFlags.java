package io.portafilter.proxy.daemon;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How it ends; ingress-nginx's names (behaviour §18), and its ConfigMap's {@code worker-shutdown-timeout} as a flag. */
final class ShutdownFlags {
    @Option(
            names = "--shutdown-grace-period",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "After SIGTERM connections are accepted for so long, with answers that send clients elsewhere:"
                            + " who leads them here learns of the end with a delay; default: 10")
    private Duration grace = Duration.ofSeconds(10);

    @Option(
            names = "--worker-shutdown-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Then requests under way may take so long; default: 240")
    private Duration drain = Duration.ofMinutes(4);

    @Option(
            names = "--post-shutdown-grace-period",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Then the port for probes and metrics stays so long; default: 10")
    private Duration postGrace = Duration.ofSeconds(10);

    ShutdownPace pace() {
        return new ShutdownPace(grace, ShutdownPace.LINGER, drain, postGrace);
    }
}
