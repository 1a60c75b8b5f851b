package io.portafilter.proxy.exchange;

/** A place for whatever the metrics want to find again with a route. Exchanges carry it and never look inside. */
public interface RouteMeter {
    /** Nothing is measured. */
    RouteMeter NONE = new RouteMeter() {};
}
