package io.portafilter.proxy.exchange;

/** The routing table of the moment. Event loops call it for each request, so it neither locks nor blocks. */
@FunctionalInterface
public interface Router {
    /**
     * The route of a request. There is always one: requests that nobody claims have the route of the default backend.
     *
     * @param listener where the request arrived
     * @param host host name in lower case, without port; empty if an HTTP/1.0 client named none
     * @param path normalised path in Latin-1
     */
    RouteEntry route(ListenerContext listener, String host, String path);
}
