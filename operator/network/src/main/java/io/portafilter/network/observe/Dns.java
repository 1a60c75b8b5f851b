package io.portafilter.network.observe;

import io.portafilter.network.cluster.ObjectId;
import io.portafilter.network.corefile.form.Version;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cluster's DNS.
 *
 * @param service the Service that pods ask
 * @param addresses its cluster addresses
 * @param workload what runs the servers
 * @param image of the server
 * @param version of CoreDNS, where its image's tag says it
 * @param configMap where the Corefile stands
 * @param key under which key
 * @param corefile the text
 * @param files that the Corefile can import, by their path in the container
 * @param owner who else writes it
 */
public record Dns(
        Optional<ObjectId> service,
        List<String> addresses,
        Optional<ObjectId> workload,
        Optional<String> image,
        Optional<Version> version,
        Optional<ObjectId> configMap,
        String key,
        Optional<String> corefile,
        SortedMap<String, String> files,
        DnsOwner owner) {
    /** Copies the collections. */
    public Dns {
        addresses = List.copyOf(addresses);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
