package io.portafilter.network.corefile.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cluster's own names.
 *
 * @param domains the cluster domain, then those that are served beside it; at most 5
 * @param reverse which addresses have names
 * @param podRecords whether pods have names; absent is CoreDNS's own default, disabled
 * @param ttlSeconds 0 to 3600; absent is CoreDNS's own default, 5
 */
public record ClusterSettings(
        List<String> domains, Reverse reverse, Optional<PodRecords> podRecords, OptionalInt ttlSeconds) {
    /** Copies the list. */
    public ClusterSettings {
        domains = List.copyOf(domains);
    }

    /** What kubeadm sets up. */
    public static ClusterSettings kubeadm(String domain) {
        return new ClusterSettings(
                List.of(domain), new Reverse.FallThrough(), Optional.of(PodRecords.INSECURE), OptionalInt.of(30));
    }

    /** With other domains. */
    public ClusterSettings withDomains(List<String> others) {
        return new ClusterSettings(others, reverse, podRecords, ttlSeconds);
    }

    /** With other reverse zones. */
    public ClusterSettings withReverse(Reverse other) {
        return new ClusterSettings(domains, other, podRecords, ttlSeconds);
    }

    /** With another mode of pod records. */
    public ClusterSettings withPodRecords(PodRecords other) {
        return new ClusterSettings(domains, reverse, Optional.of(other), ttlSeconds);
    }
}
