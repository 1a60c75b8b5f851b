package io.portafilter.flags;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say how the replica that writes is elected. */
public final class ElectionFlags {
    @Option(names = "--election-id", paramLabel = "NAME", description = "Name of the Lease; default: ${DEFAULT-VALUE}")
    private String id = "ingress-controller-leader";

    @Option(
            names = "--election-ttl",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "How long a Lease holds after its holder was last heard of; default here: 10s")
    private Optional<Duration> ttl = Optional.empty();

    @Option(
            names = "--disable-leader-election",
            arity = "0..1",
            fallbackValue = "true",
            converter = GoBoolean.class,
            paramLabel = "true|false",
            description = "This is the only replica; default: ${DEFAULT-VALUE}")
    private boolean disabled;

    /** {@code --election-id}. */
    public String id() {
        return id;
    }

    /** {@code --election-ttl}, if it was given. */
    public Optional<Duration> ttl() {
        return ttl;
    }

    /** False with {@code --disable-leader-election}. */
    public boolean elects() {
        return !disabled;
    }
}
