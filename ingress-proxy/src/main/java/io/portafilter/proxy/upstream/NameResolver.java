package io.portafilter.proxy.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the DNS names of endpoints (ExternalName Services). It may block: it is never called on an event loop. */
public interface NameResolver {
    /** The JDK's resolver: hosts file, search domains, A and AAAA as the system is set up. */
    NameResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * All addresses of a name.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
