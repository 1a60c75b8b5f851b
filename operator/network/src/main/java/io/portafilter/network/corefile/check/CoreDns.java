package io.portafilter.network.corefile.check;

import io.portafilter.network.corefile.form.Version;
import java.util.Optional;
import java.util.Set;

/**
 * The CoreDNS that is to load a Corefile.
 *
 * @param version absent where nobody knows: then only what every version since 1.9.4 has is judged as present
 * @param externalPlugins plugins that it was built with beside the default ones
 * @param addresses those of its own Service: what is sent there comes back
 */
public record CoreDns(Optional<Version> version, Set<String> externalPlugins, Set<String> addresses) {
    /** Copies the sets. */
    public CoreDns {
        externalPlugins = Set.copyOf(externalPlugins);
        addresses = Set.copyOf(addresses);
    }

    /** One of a version with the default plugins. */
    public static CoreDns of(Version version) {
        return new CoreDns(Optional.of(version), Set.of(), Set.of());
    }

    /** One of which nothing is known. */
    public static CoreDns unknown() {
        return new CoreDns(Optional.empty(), Set.of(), Set.of());
    }

    /** The version whose features may be relied on. */
    public Version assured() {
        return version.orElse(Version.OLDEST_SUPPORTED);
    }
}
