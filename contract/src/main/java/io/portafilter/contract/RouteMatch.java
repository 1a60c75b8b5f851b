package io.portafilter.contract;

/**
 * Which requests of its host a route takes. Methods, headers and queries join it when something can say them.
 *
 * @param path the path
 */
public record RouteMatch(PathMatch path) {}
