package io.portafilter.e2e.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** What a scenario stands on: a namespace, in which each backend of an Ingress is a Service with one echo pod behind it. */
public interface Site extends AutoCloseable {
    /** Makes a site whose namespace has this name. */
    @FunctionalInterface
    interface Opener {
        Site open(String namespace) throws IOException;
    }

    /** Where HTTP is taken. */
    InetSocketAddress http() throws IOException;

    /** Where HTTPS is taken. */
    InetSocketAddress https() throws IOException;

    /** Creates a Secret with a self-signed certificate. */
    void certificate(String secret, String host) throws IOException;

    /** Creates this Ingress, after its backends; without a class it gets ours. */
    void ingress(Map<String, Object> manifest) throws IOException;

    /** Gives this Service so many pods and returns when all of them are asked. */
    void scale(String service, int pods) throws IOException;

    /** Where the Ingress's status says that it is exposed, now. */
    Optional<String> exposed() throws IOException;

    /** The same, when no address can be expected any more. */
    Optional<String> finallyExposed() throws IOException;

    @Override
    void close() throws IOException;
}
