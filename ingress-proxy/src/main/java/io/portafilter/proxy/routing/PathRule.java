package io.portafilter.proxy.routing;

/**
 * One rule of a host.
 *
 * @param pattern which paths
 * @param route what happens to them
 * @param <R> what a route is
 */
public record PathRule<R>(PathPattern pattern, R route) {}
