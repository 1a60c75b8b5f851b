package io.portafilter.proxy.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the DNS names of endpoints (ExternalName Services). It may block: it is never called on an event loop. */
public interface NameResolver {
    /**
     * The JDK's resolver: hosts file, search domains, A and AAAA as the system is set up. Loopback, link-local and wildcard addresses
     * are left out: whoever owns a name must not lead the proxy to itself, or to a cloud's metadata service.
     */
    NameResolver SYSTEM = name -> elsewhere(List.of(InetAddress.getAllByName(name)));

    /**
     * All addresses of a name.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The addresses that are neither this host's own nor link-local. */
    static List<InetAddress> elsewhere(List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> !address.isLoopbackAddress()
                        && !address.isAnyLocalAddress()
                        && !address.isLinkLocalAddress()
                        && !address.isMulticastAddress())
                .toList();
    }
}
