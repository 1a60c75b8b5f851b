package io.portafilter.network.corefile.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names from a file and from the Corefile itself.
 *
 * @param line where it begins
 * @param file absent: the pod's own /etc/hosts
 * @param arguments the zones as written
 * @param zones the zones that it answers for, normal
 * @param inline the lines that CoreDNS takes as records, whatever they are
 * @param ttl seconds, 1 to 65535; absent is 3600
 * @param reverse whether addresses get names too
 * @param reload how often the file is read; absent is 5 s
 * @param fallThrough zones whose unknown names go to the next plugin; empty list: all; absent: none
 * @param fallThroughUnsupported whether queries for other types of a listed name go on too
 */
public record Hosts(
        int line,
        Optional<String> file,
        List<String> arguments,
        List<String> zones,
        List<PluginOption> inline,
        OptionalInt ttl,
        boolean reverse,
        Optional<Duration> reload,
        Optional<List<String>> fallThrough,
        boolean fallThroughUnsupported)
        implements Plugin {
    /** Copies the lists. */
    public Hosts {
        arguments = List.copyOf(arguments);
        zones = List.copyOf(zones);
        inline = List.copyOf(inline);
    }
}
