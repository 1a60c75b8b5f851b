package io.portafilter.controller.status;

import io.portafilter.snapshot.Name;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the addresses come from (behaviour §13). */
public sealed interface AddressSource {
    /** {@code --publish-status-address}. */
    record Fixed(List<Address> addresses) implements AddressSource {
        /** Copies the list. */
        public Fixed {
            addresses = Address.sorted(addresses);
        }

        /**
         * Reads the flag.
         *
         * @param commaSeparated IP addresses and host names
         * @throws IllegalArgumentException if one of them is neither; the message says which
         */
        public static Fixed parse(String commaSeparated) {
            return new Fixed(List.of(commaSeparated.split(",", -1)).stream()
                    .map(String::strip)
                    .map(text -> Address.of(text)
                            .orElseThrow(() -> new IllegalArgumentException("--publish-status-address: \"" + text
                                    + "\" is neither an IP address nor a host name in lower case")))
                    .toList());
        }
    }

    /** {@code --publish-service}: a Service in front of the proxies. */
    record OfService(Name service) implements AddressSource {}

    /**
     * The nodes on which proxies are ready.
     *
     * @param namespace of the proxies
     * @param proxyLabels that their pods carry
     * @param internal the nodes' internal addresses ({@code --report-node-internal-ip-address}); else the external ones, where a node
     *     has one
     * @param refresh how often nodes are asked again ({@code --status-update-interval}), at least 5 s; pods are watched
     */
    record OfNodes(String namespace, SortedMap<String, String> proxyLabels, boolean internal, Duration refresh)
            implements AddressSource {
        /** Copies the map. */
        public OfNodes {
            proxyLabels = Collections.unmodifiableSortedMap(new TreeMap<>(proxyLabels));
        }
    }
}
